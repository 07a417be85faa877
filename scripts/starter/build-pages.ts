// What is made of the code before it runs, in one program: whatever starts as a process of its own costs every start a tenth
// of a second, and mostly nothing has changed.
import process from 'node:process'
import { build as buildConsole } from '../../app/console/build.ts'
import { build as buildStorefront } from '../../app/storefront/build.ts'
import { packPackages } from '../packages/pack.ts'

const parts = { packages: packPackages, storefront: buildStorefront, console: buildConsole }

const results = await Promise.allSettled(
  Object.entries(parts).map(async ([name, make]) => {
    const startedAt = performance.now()
    const outcome = await make()
    console.log(`${name}: ${outcome} in ${Math.round(performance.now() - startedAt)} ms`)
  }),
)
for (const result of results) {
  if (result.status === 'fulfilled') continue
  console.error(result.reason)
  process.exitCode = 1
}
