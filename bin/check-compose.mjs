// Renders the compose file for every way of running it, and finds what would be missing: a variable, a file, a build stage.
// Needs docker compose; it fails where that is missing, so that nobody takes what was not looked at for good.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const scratch = mkdtempSync(join(tmpdir(), 'check-compose-'))
const faults = []

const alternatives = (prefix) =>
  readdirSync(join(root, 'deploy/compose'))
    .map((it) => it.match(`^${prefix}-(.+)\\.yml$`)?.[1])
    .filter(Boolean)

/** The rendered file, or undefined with a fault noted. */
function render(name, settings, overlays = []) {
  const file = join(scratch, 'settings')
  writeFileSync(file, settings)
  const run = spawnSync(
    'docker',
    ['compose', '--project-directory', root, ...['docker-compose.yml', ...overlays].flatMap((it) => ['--file', join(root, it)]),
      '--env-file', file, '--profile', '*', 'config', '--format', 'json'],
    { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: process.env.HOME } },
  )
  if (run.error) throw new Error(`docker compose can't be run: ${run.error.message}`)
  if (run.status !== 0 || run.stderr.trim()) {
    faults.push(`${name}: ${run.stderr.trim() || `docker compose ended with ${run.status}`}`)
    return undefined
  }
  return JSON.parse(run.stdout)
}

function lookAt(name, rendered) {
  for (const [service, it] of Object.entries(rendered.services)) {
    const fault = (text) => faults.push(`${name}: ${service}: ${text}`)
    if (JSON.stringify(it).includes('${')) fault('a variable is not filled in')
    for (const volume of it.volumes ?? []) {
      if (volume.type === 'bind' && !existsSync(volume.source)) fault(`${volume.source} is not there`)
    }
    for (const other of Object.keys(it.depends_on ?? {})) {
      if (!rendered.services[other]) fault(`it waits for ${other}, which there is not`)
    }
    if (it.build) lookAtBuild(it.build, fault)
  }
}

function lookAtBuild({ context, dockerfile = 'Dockerfile', target }, fault) {
  const file = join(context, dockerfile)
  if (!existsSync(file)) fault(`${file} is not there`)
  else if (target && !new RegExp(`^FROM .* AS ${target}$`, 'im').test(readFileSync(file, 'utf8'))) {
    fault(`${file} has no stage ${target}`)
  }
}

const openvidu = ['OPENVIDU_SECRET', 'OPENVIDU_WEBHOOK_SECRET', 'TURN_SECRET'].map((it) => `${it}=rendered-only-never-run`)
const needs = {
  openvidu,
  external: [...openvidu, 'OPENVIDU_URL=https://openvidu.example.kr'],
  acme: ['ACME_EMAIL=admin@example.kr'],
  providers: ['KAKAO_CLIENT_ID=id', 'KAKAO_CLIENT_SECRET=secret'],
}

let ways = 0
for (const media of alternatives('media')) {
  for (const signIn of alternatives('sign-in')) {
    for (const tls of alternatives('tls')) {
      const name = `MEDIA_SERVER=${media} SIGN_IN=${signIn} TLS=${tls}`
      const settings = [...name.split(' '), ...[media, signIn, tls].flatMap((it) => needs[it] ?? [])]
      const rendered = render(name, settings.join('\n'))
      if (rendered) lookAt(name, rendered)
      ways++
    }
  }
}

// What docker-compose.yml does not include is laid over it (COMPOSE_FILE).
const main = readFileSync(join(root, 'docker-compose.yml'), 'utf8')
for (const overlay of readdirSync(join(root, 'deploy/compose'))) {
  if (!overlay.endsWith('.yml') || /^(media|sign-in|tls)-/.test(overlay) || main.includes(`deploy/compose/${overlay}`)) continue
  const rendered = render(overlay, 'TLS=off', [`deploy/compose/${overlay}`])
  if (rendered) lookAt(overlay, rendered)
  ways++
}

// Who copies the manual without changing anything has the laptop that there is without it.
const laptop = render('no .env', '')
const copied = render('.env.example', readFileSync(join(root, '.env.example'), 'utf8'))
if (laptop && copied && JSON.stringify(laptop) !== JSON.stringify(copied)) {
  faults.push('.env.example as it is and no .env at all make different installations')
}

rmSync(scratch, { recursive: true })
if (!ways) faults.push('there is no way to run it at all')
for (const it of faults) console.log(`compose: ${it}`)
if (!faults.length) console.log(`compose: ${ways} ways to run it and .env.example, nothing missing`)
process.exit(faults.length ? 1 : 0)
