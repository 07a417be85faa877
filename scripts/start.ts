import path from 'node:path'
import process from 'node:process'
import { onStopRequest, PlainFailure, runCommand } from './command.ts'
import { describeDemoStaff } from './starter/demo-staff.ts'
import { readShopOptions, USAGE } from './starter/options.ts'
import { readRelease, readVersion } from './starter/release.ts'
import { makeTerminalReport } from './starter/report.ts'
import { Shop } from './starter/shop.ts'
import { demoStaffFile } from './starter/staff-secrets.ts'

/** npm start: the whole shop on this machine until Ctrl-C. */
async function start(): Promise<number> {
  const options = readShopOptions(process.argv.slice(2))
  const report = makeTerminalReport()
  if (options === null) {
    report.line(USAGE)
    return 0
  }
  // A closed terminal must not turn the orderly stop into a crash.
  process.stdout.on('error', () => {})
  report.line(`DhakaCart ${readVersion()} (${readRelease()})`)
  const shop = new Shop(options, report)
  const ended = endOnRequest(shop, (sentence) => report.line(sentence))
  process.on('SIGHUP', () => void shop.replaceAll())
  try {
    await shop.open()
    printAddresses(shop, options.dataFolder, report.line)
    await shop.start()
  } catch (error) {
    await shop.stop()
    if (!ended.isRequested()) throw error
    report.line('Stopped.')
    return 0
  }
  if (shop.simulatorOrigin !== null) {
    report.line(
      `\n  Payers  ${shop.simulatorOrigin}/control (simulated gateways, couriers, SMS and mail; choose their faults there)`,
    )
  }
  report.line(`\nReady after ${process.uptime().toFixed(1)} s. Ctrl-C stops everything.`)
  await ended.done
  report.line('Stopped.')
  return 0
}

/** What answers now, and who may sign in to it. */
function printAddresses({ origin }: Shop, dataFolder: string, line: (text: string) => void): void {
  line('')
  line(`  Shop    ${origin}`)
  line(`  Console ${origin}/console`)
  line(`  Mails   ${origin}/en/mailbox (what the shop would send by e-mail and SMS)`)
  line(`  API     ${origin}/api/openapi.json`)
  line(`  Logs    ${path.relative(process.cwd(), path.join(dataFolder, 'logs'))}/`)
  line('')
  for (const text of describeDemoStaff(demoStaffFile(dataFolder)) ?? []) line(text)
  line(`\nOpen after ${process.uptime().toFixed(1)} s.\n`)
}

/** The first request stops in order, a second one does not wait for the processes. */
function endOnRequest(shop: Shop, tell: (sentence: string) => void) {
  let requests = 0
  const done = new Promise<void>((resolve) => {
    onStopRequest((reason) => {
      requests += 1
      if (requests > 1) {
        shop.hurry()
        return
      }
      tell(reason === 'SIGINT' ? '\nStopping; Ctrl-C again does not wait.' : `\nStopping (${reason}).`)
      void shop.stop().then(resolve)
    })
  })
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error instanceof PlainFailure ? error.message : error.stack}\n`)
    process.exitCode = 1
    void shop.stop().finally(() => process.exit(1))
  })
  return { done, isRequested: () => requests > 0 }
}

await runCommand(start)
