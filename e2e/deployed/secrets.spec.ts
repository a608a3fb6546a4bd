import { expect, test } from '@playwright/test'
import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'

const image = `sarangbang/doctor:${process.env.VERSION}`
const volume = `sarangbang-test-setup-${process.pid}`
const GIVEN = randomBytes(32).toString('hex')

/** Runs setup as a start does, with these settings; tells how it ended and all that it said. */
function setup(settings: Record<string, string> = {}) {
  const variables = Object.entries(settings).flatMap(([name, value]) => ['--env', `${name}=${value}`])
  const ran = spawnSync('docker', [...container('0:0'), ...variables, '--entrypoint', 'setup', image])
  return { status: ran.status, said: `${ran.stdout}${ran.stderr}` }
}

/** What a shell says that sees the same volume. */
function sees(command: string, user = '0:0') {
  return execFileSync('docker', [...container(user), '--entrypoint', 'bash', image, '-c', `cd /secrets; ${command}`])
    .toString()
    .trim()
}

function container(user: string) {
  return ['run', '--rm', '--network', 'none', '--user', user, '--volume', `${volume}:/secrets`]
}

test.beforeEach(() => void execFileSync('docker', ['volume', 'create', volume]))
test.afterEach(() => void execFileSync('docker', ['volume', 'rm', volume]))

test('every container finds its secrets, and can read nobody else’s', () => {
  expect(setup().status).toBe(0)

  expect(sees('find . -type f ! -perm 400')).toBe('')
  expect(sees('ls room-service', '10004:10004')).toBe(
    'DB_PASSWORD\nINSTALLATION_ID\nOPENVIDU_SECRET\nOPENVIDU_WEBHOOK_SECRET\nSERVICE_SECRET',
  )
  expect(sees('cat room-service/* | wc -c', '10004:10004')).not.toBe('0')
  expect(sees('cat media/* auth-service/* doctor/* mysql/* 2>/dev/null | wc -c', '10004:10004')).toBe('0')
})

test('what was made up is kept, and no two secrets are the same', () => {
  setup()
  const before = sees('sha256sum */*')
  expect(setup().status).toBe(0)
  expect(sees('sha256sum */*')).toBe(before)
  expect(sees('for it in doctor/*; do cat "$it"; echo; done | sort | uniq --repeated')).toBe('')
})

test('what is given is used, kept, and never said', () => {
  setup()
  const { status, said } = setup({ OPENVIDU_SECRET: GIVEN })
  expect(status).toBe(0)
  expect(said).not.toContain(GIVEN)
  expect(sees('cat room-service/OPENVIDU_SECRET')).toBe(GIVEN)
  setup()
  expect(sees('cat media/OPENVIDU_SECRET')).toBe(GIVEN)
})

test('nothing that stand-ins made up is left for the providers', () => {
  setup()
  expect(sees('ls social-stand-in | wc -l')).toBe('3')
  const { status } = setup({ SIGN_IN: 'providers', KAKAO_CLIENT_ID: '0123456789abcdef', KAKAO_CLIENT_SECRET: GIVEN })
  expect(status).toBe(0)
  expect(sees('cat auth-service/KAKAO_CLIENT_SECRET')).toBe(GIVEN)
  expect(sees('ls social-stand-in auth-service/NAVER_CLIENT_SECRET doctor/KAKAO_ADMIN_KEY 2>/dev/null || true')).toBe(
    'social-stand-in:',
  )
})

test('bad settings are refused with a sentence, and nothing is written', () => {
  for (const [name, value] of [
    ['SERVICE_SECRET', 'changeme'],
    ['TURN_SECRET', `${GIVEN},"`],
    ['MEDIA_SERVER', 'external'],
  ]) {
    const { status, said } = setup({ [name]: value })
    expect(status, name).toBe(1)
    expect(said, name).toContain(name)
    expect(said).not.toContain(GIVEN)
  }
  expect(sees('ls -A')).toBe('')
})

test('another password for root of a database that has one is refused', () => {
  setup()
  const { status, said } = setup({ MYSQL_ROOT_PASSWORD: GIVEN })
  expect(status).toBe(1)
  expect(said).toContain('is not the one that the database was made with')
})
