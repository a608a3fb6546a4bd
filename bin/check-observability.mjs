// Proves what deploy/observability promises. promtool looks at the rules and runs their tests; then a real Prometheus measures
// the real product, and every number that an alert or a dashboard names must be there.
//
//   node bin/check-observability.mjs         everything (needs the services built: bin/build)
//   node bin/check-observability.mjs rules   promtool alone
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const source = join(root, 'deploy/observability')
const scratch = mkdtempSync(join(tmpdir(), 'check-observability-'))
const faults = []
const started = []

function promtool(what, ...args) {
  const run = spawnSync('promtool', args, { encoding: 'utf8', cwd: scratch })
  if (run.error) throw new Error(`promtool can't be run (Debian: prometheus): ${run.error.message}`)
  if (run.status !== 0) faults.push(`${what}: ${run.stdout}${run.stderr}`)
}

/** The numbers that an expression is about. */
function metrics(expr) {
  return expr
    .replace(/"[^"]*"|'[^']*'/g, '')
    .replace(/\{[^}]*\}|\[[^\]]*\]/g, ' ')
    .replace(/\b(by|without|on|ignoring)\s*\([^)]*\)/g, ' ')
    .match(/[a-zA-Z_:][\w:]*(?!\w*\s*\()/g)
    .filter((it) => !/^(and|or|unless|bool|offset|by|ALERTS)$/.test(it))
}

function expressions() {
  const alerts = readFileSync(join(source, 'prometheus/alerts.yml'), 'utf8')
  const found = [...alerts.matchAll(/^ +expr: (?:\|\n((?: {10,}.*\n)+)|(.+))/gm)].map((it) => it[1] ?? it[2])
  for (const file of readdirSync(join(source, 'grafana/dashboards'))) {
    const board = JSON.parse(readFileSync(join(source, 'grafana/dashboards', file), 'utf8'))
    const targets = board.panels.flatMap((panel) => panel.targets.map((it) => ({ panel, ...it })))
    if (!targets.length) faults.push(`${file} shows nothing`)
    found.push(...targets.filter((it) => it.datasource.uid === 'prometheus').map((it) => it.expr))
  }
  return found
}

/** The first of so many free ports in a row. */
async function freePorts(count) {
  for (;;) {
    const first = 20000 + Math.floor(Math.random() * 20000)
    const servers = await Promise.all(Array.from({ length: count }, (_, i) => listen(first + i)))
    await Promise.all(servers.map((it) => it && new Promise((done) => it.close(done))))
    if (servers.every(Boolean)) return first
  }
}

const listen = (port) =>
  new Promise((done) => {
    const server = createServer().once('error', () => done(undefined))
    server.listen(port, '127.0.0.1', () => done(server))
  })

function start(command, args, env) {
  const log = []
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env } })
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (it) => log.push(it))
  child.on('exit', () => (child.over = true))
  started.push(child)
  return { child, log }
}

async function until(what, seconds, look) {
  const end = Date.now() + seconds * 1000
  for (let last = ''; ; await new Promise((done) => setTimeout(done, 300))) {
    try {
      last = await look()
      if (last === true) return
    } catch (e) {
      last = e.message
    }
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s (${last})`)
  }
}

async function stopAll() {
  for (const child of started.reverse()) {
    child.kill('SIGTERM')
    await until(`${child.spawnfile} ends`, 60, () => child.over === true)
  }
}

/** The containers' names become ports of this machine; whatever else there is to measure is not here. */
function configFor(management, main) {
  const config = readFileSync(join(source, 'prometheus/prometheus.yml'), 'utf8')
  const order = ['gateway', 'discovery', 'auth-service', 'user-service', 'room-service']
  const own = config.slice(0, config.indexOf('  # Asks the front door'))
  return order
    .reduce((text, it, i) => text.replace(`"${it}:9090"`, `"127.0.0.1:${management + i}"`), own)
    .replace(/dns_sd_configs:\n.*\n/, `static_configs:\n      - {targets: ["127.0.0.1:${main + 5}"]}\n`)
    .replace('/etc/prometheus/alerts.yml', join(scratch, 'alerts.yml'))
    .replaceAll('15s', '1s')
}

async function measure() {
  const main = await freePorts(8)
  const management = await freePorts(7)
  const prometheus = `http://127.0.0.1:${await freePorts(1)}`
  const dev = start('bin/dev', ['--as-built'], {
    PORT: String(main),
    MANAGEMENT_PORTS: String(management),
    SARANGBANG_HOME: join(scratch, 'home'),
  })
  await until('the product starts', 240, () => {
    if (dev.child.over) throw new Error('bin/dev ended')
    return Buffer.concat(dev.log).includes('Sarangbang is at')
  }).catch((e) => {
    throw new Error(`${e.message}\n${Buffer.concat(dev.log)}`)
  })
  const ask = (path, options) => fetch(`http://127.0.0.1:${main}${path}`, { redirect: 'manual', ...options })
  for (const path of ['/actuator/prometheus', '/actuator/health', '/metrics']) {
    const answer = await ask(path)
    if ((await answer.text()).includes('# TYPE')) faults.push(`${path} serves metrics to whoever comes`)
  }
  await ask('/api/auth/providers')
  await ask('/api/auth/callback/kakao') // a sign-in that came to nothing

  writeFileSync(join(scratch, 'prometheus.yml'), configFor(management, main))
  start('prometheus', [`--config.file=${scratch}/prometheus.yml`, `--storage.tsdb.path=${scratch}/data`,
    `--web.listen-address=${prometheus.slice('http://'.length)}`, '--log.level=error'])
  const query = async (path) => (await (await fetch(`${prometheus}/api/v1/${path}`)).json()).data
  await until('all targets are up', 60, async () => {
    const { activeTargets } = await query('targets')
    const down = activeTargets.filter((it) => it.health !== 'up').map((it) => `${it.labels.service} ${it.lastError}`)
    return (activeTargets.length === 6 && !down.length) || down.join(', ')
  })
  // node-exporter, cadvisor and the blackbox exporter run beside the containers only
  const wanted = [...new Set(expressions().flatMap(metrics))].filter((it) => !/^(node|container|probe)_/.test(it))
  await until('every number that is named is there', 30, async () => {
    const there = new Set(await query('label/__name__/values'))
    const missing = wanted.filter((it) => !there.has(it))
    return !missing.length || `missing: ${missing.join(', ')}`
  })
  return wanted.length
}

cpSync(join(source, 'prometheus'), scratch, { recursive: true })
promtool('alerts.yml', 'check', 'rules', 'alerts.yml')
promtool('alerts.test.yml', 'test', 'rules', 'alerts.test.yml')
writeFileSync(
  join(scratch, 'checked.yml'),
  readFileSync(join(source, 'prometheus/prometheus.yml'), 'utf8').replace('/etc/prometheus/alerts.yml', 'alerts.yml'),
)
promtool('prometheus.yml', 'check', 'config', 'checked.yml')
let numbers
try {
  if (process.argv[2] !== 'rules') numbers = await measure()
} catch (e) {
  faults.push(e.message)
} finally {
  await stopAll()
  rmSync(scratch, { recursive: true, force: true })
}
for (const it of faults) console.log(`observability: ${it}`)
if (!faults.length) console.log(`observability: rules proven${numbers ? `, 6 targets up, ${numbers} numbers there` : ''}`)
process.exit(faults.length ? 1 : 0)
