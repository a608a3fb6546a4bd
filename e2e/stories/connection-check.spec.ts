import { readFile } from 'node:fs/promises'
import { type Page, expect } from '@playwright/test'
import { Person, test } from '../people.ts'

/** How a step of the test ended. */
const state = (page: Page, step: string) => page.locator(`[data-step="${step}"]`)

async function runs(page: Page, how = '검사 시작') {
  await page.goto('/check')
  await page.getByRole('button', { name: how }).click()
}

const verdict = (page: Page) => page.locator('[data-verdict]')

async function ends(page: Page, kind: string) {
  await expect(verdict(page)).toHaveAttribute('data-verdict', kind, { timeout: 60_000 })
}

test('anybody finds out that calls work here, by media that really came back', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  await person.page.goto('/')
  await person.page.getByRole('link', { name: '연결 검사하기' }).click()
  await person.presses('검사 시작')
  await ends(person.page, 'ready')

  for (const step of [
    'page',
    'camera',
    'site',
    'clock',
    'ticket',
    'signalling',
    'join',
    'media',
    'direct-udp',
    'direct-tcp',
  ])
    await expect(state(person.page, step)).toHaveAttribute('data-state', 'fine')
  await expect(state(person.page, 'media')).toContainText(/UDP로 바로 .* 왕복 \d+ms/)
  await expect(state(person.page, 'direct-tcp')).toContainText('TCP로 바로')
  await expect(person.page.getByRole('status').first()).toHaveText('여기서 통화할 수 있어요')
})

test('the result can be handed on, and gives nothing away', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연', {
    permissions: ['camera', 'microphone', 'clipboard-read', 'clipboard-write'],
  })
  const token = person.page.waitForResponse('**/api/connection-tests').then((it) => it.json())
  await runs(person.page)
  await ends(person.page, 'ready')
  const secret = new URL((await token).token).searchParams.get('token')!

  const download = person.page.waitForEvent('download')
  await person.presses('파일로 내려받기')
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^sarangbang-check-\d{4}-\d\d-\d\d-\d\d-\d\d\.json$/)
  const text = await readFile(await file.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    version: 1,
    verdict: 'ready',
    causes: [],
    media: { way: 'udp' },
    browser: expect.stringContaining('Chrome'),
    timeZone: expect.any(String),
  })
  await person.presses('글로 복사')
  const copied = await person.page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('사랑방 연결 검사 — 여기서 통화할 수 있어요')
  for (const told of [text, copied]) expect(told).not.toContain(secret)
})

test('a blocked WebSocket is named, and what depends on it is not called fine', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  await person.page.routeWebSocket(/\/openvidu/, (socket) => socket.close())
  await runs(person.page, '카메라·마이크 빼고 검사')
  await ends(person.page, 'cannot')

  await expect(state(person.page, 'signalling')).toHaveAttribute('data-state', 'broken')
  await expect(state(person.page, 'signalling')).toContainText('이렇게 해 보세요')
  await expect(state(person.page, 'media')).toHaveAttribute('data-state', 'unmeasured')
  await expect(state(person.page, 'camera')).toHaveAttribute('data-state', 'skipped')
})

test('where UDP is blocked, the test says so, and over what the call runs instead', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  await person.page.routeWebSocket(/\/openvidu/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((text) => socket.send(withoutUdp(String(text))))
  })
  await runs(person.page, '카메라·마이크 빼고 검사')
  await ends(person.page, 'over-tcp')

  await expect(state(person.page, 'media')).toContainText('TCP로 바로')
  await expect(state(person.page, 'direct-udp')).toHaveAttribute('data-state', 'warning')
  await expect(state(person.page, 'direct-udp')).toContainText('미디어 서버로 가는 UDP가 막혀 있어요')
})

/** As behind a firewall: the media server's UDP port is one at which nothing answers. */
function withoutUdp(text: string) {
  const message = JSON.parse(text)
  const answer = message.result?.sdpAnswer
  if (answer) message.result.sdpAnswer = answer.replace(/^(a=candidate:\S+ \d+ udp \d+ \S+) \d+/gm, '$1 65001')
  return JSON.stringify(message)
}

test('a media server that the page’s policy does not know is named', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  const token = 'ws://media.example.kr:4443?sessionId=check&token=tok_x'
  await person.page.route('**/api/connection-tests', (route) => route.fulfill({ status: 201, json: { token } }))
  await runs(person.page, '카메라·마이크 빼고 검사')
  await ends(person.page, 'cannot')
  await expect(verdict(person.page)).toContainText('페이지의 보안 정책이 미디어 서버를 막고 있어요')
})

test('who denies the devices learns that calls work, but that nobody would hear them', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  await person.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'))
  })
  await runs(person.page)
  await ends(person.page, 'listen-only')
  await expect(verdict(person.page)).toContainText('카메라와 마이크 사용이 막혀 있어요')
  await expect(state(person.page, 'media')).toHaveAttribute('data-state', 'fine')
})

for (const [what, answer, kind, sentence] of [
  ['too many tests', { status: 429 }, 'unknown', '지금 검사하는 사람이 많아요'],
  [
    'a media server that is down',
    { status: 503, json: { type: '/problems/media-server-unreachable', status: 503 } },
    'cannot',
    '미디어 서버가 응답하지 않아요',
  ],
] as const)
  test(`${what}: told apart from what works`, async ({ browser }) => {
    const person = await Person.arrives(browser, '서연')
    await person.page.route('**/api/connection-tests', (route) => route.fulfill(answer))
    await runs(person.page, '카메라·마이크 빼고 검사')
    await ends(person.page, kind)
    await expect(person.page.getByText(sentence).first()).toBeVisible()
    await expect(state(person.page, 'signalling')).toHaveAttribute('data-state', 'fine')
  })

test('leaving the page ends everything: devices, sockets and streams', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  const sockets: Promise<unknown>[] = []
  person.page.on('websocket', (it) => sockets.push(it.waitForEvent('close')))
  await runs(person.page)
  await expect(state(person.page, 'media')).toHaveAttribute('data-state', 'running')
  await person.page.getByRole('link', { name: '사랑방 첫 화면' }).click()
  await expect(person.page.getByRole('link', { name: /카카오/ })).toBeVisible()
  await Promise.all(sockets)
  await expect
    .poll(() => person.page.evaluate(() => window.connections.map((it) => it.connectionState)))
    .toEqual(['closed'])
})
