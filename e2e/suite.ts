import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** The running suite, for stories in which a part of it fails. */

const root = `${import.meta.dirname}/..`
const home = `${root}/.sarangbang/e2e`
const port = Number(process.env.E2E_PORT ?? '18080')

/** Whether the suite is this run's own, so that it may be hurt. */
export const isOurs = !process.env.BASE_URL

/** Where a service of the suite listens, past the gateway. */
export function addressOf(service: 'discovery' | 'social-stand-in') {
  return `http://127.0.0.1:${port + { discovery: 1, 'social-stand-in': 6 }[service]}`
}

/** Ends a service and starts it again; returns when it can be reached. */
export function restart(service: string) {
  execFileSync('bin/dev', ['restart', service], {
    cwd: root,
    env: { ...process.env, PORT: String(port), SARANGBANG_HOME: home },
    stdio: 'inherit',
  })
}

/** Has a service stand still, as on a machine that swaps; the answer has it go on. */
export function standsStill(service: string) {
  const pid = pidOf(service)
  process.kill(pid, 'SIGSTOP')
  return () => process.kill(pid, 'SIGCONT')
}

function pidOf(service: string): number {
  const entry = readFileSync(`${home}/run/pids`, 'utf8')
    .split(/\s+/)
    .find((it) => it.startsWith(`${service}=`))
  if (!entry) throw new Error(`${service} does not run`)
  return Number(entry.split('=')[1])
}
