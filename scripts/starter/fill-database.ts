// What a start asks of the database, in one program: mostly nothing is missing, and each program of its own would cost the
// start a fifth of a second to find that out.
import { runDemoStaff } from '../../app/api/src/staff/demo-staff.ts'
import { reportFailure } from '../../app/database/src/command-failure.ts'
import { databaseTls, readDatabaseConfig } from '../../app/database/src/config.ts'
import { migrate } from '../../app/database/src/migrate.ts'
import { runSeed } from '../../app/database/src/seed.ts'

const log = (line: string) => console.log(line)

const steps = {
  migrate: async () => {
    const config = readDatabaseConfig()
    await migrate(config.databaseUrl, log, { tls: databaseTls(config) })
  },
  seed: () => runSeed(log),
  'demo-staff': runDemoStaff,
}

for (const [name, step] of Object.entries(steps)) {
  try {
    await step()
  } catch (error) {
    reportFailure(name, error)
    break
  }
}
