import { accountRoutes, forgetProof, notices, prove } from './account.ts'
import { ok, problem, type Handler, type Reply } from './reply.ts'

interface Room {
  code: string
  title: string
  capacity: number
  ownerId: string
  owned: boolean
  present: number
  createdAt: string
}

const me = {
  id: '0199aa00-0000-7000-8000-000000000001',
  displayName: '김사랑',
  pictureUrl: null,
  locale: 'ko',
}
let signedIn = true
let rooms: Room[] = [
  room('kfm-wqtz-hbp', '월요일 아침 모임', 12, 3, '2026-11-16T00:00:00Z'),
  room('bxn-trkd-mwz', '할머니와 화상 통화', 4, 0, '2026-11-02T00:00:00Z'),
  room('qhd-pmvc-xfg', '제품 설계 검토', 30, 0, '2026-10-21T00:00:00Z'),
  room('wzt-knbf-rdh', '독서 모임: 토지 제3부 함께 읽기', 8, 0, '2026-09-30T00:00:00Z'),
]
const seats = ['이하늘', '박지우', 'Minji Alexandra Featherstonehaugh'].map((displayName, index) => ({
  seatId: `seat-${index + 2}`,
  accountId: `account-${index + 2}`,
  displayName,
  connectionId: `con_${index + 2}`,
  joinedAt: '2026-11-20T01:00:00Z',
}))
const messages = [
  said(1, 0, '안녕하세요, 소리 잘 들리나요?'),
  said(2, 1, '네 잘 들려요! 자료는 여기 있어요: https://example.kr/notes?id=3&tab=a (먼저 읽어 주세요).'),
  said(3, 1, '천천히 오세요 ☺️'),
]

const routes: [string, RegExp, Handler][] = [
  ['GET', /^\/api\/auth\/providers$/, () => ok({ providers: ['kakao', 'naver'].map(provider) })],
  [
    'GET',
    /^\/api\/auth\/sign-in\/(\w+)$/,
    ([, provider], __, url) => signIn(provider!, url.searchParams.get('returnTo') ?? '/'),
  ],
  ['GET', /^\/api\/auth\/session$/, () => ok(session())],
  ['POST', /^\/api\/auth\/refresh$/, () => (signedIn ? { status: 204 } : problem(401, 'session-ended'))],
  ['POST', /^\/api\/auth\/accounts$/, () => ((signedIn = true), forgetProof(), { status: 204 })],
  ['POST', /^\/api\/auth\/logout$/, () => ((signedIn = false), { status: 204 })],
  ['POST', /^\/api\/connection-tests$/, () => ({ status: 201, body: testTicket() })],
  ['GET', /^\/api\/users\/me$/, () => ok(me)],
  ['PATCH', /^\/api\/users\/me$/, (_, body) => ok(Object.assign(me, body))],
  ['GET', /^\/api\/rooms$/, () => ok({ rooms, more: false })],
  ['POST', /^\/api\/rooms$/, (_, body) => made(body)],
  ['GET', /^\/api\/rooms\/([\w-]+)$/, ([, code]) => withRoom(code, (it) => ok(it))],
  [
    'PATCH',
    /^\/api\/rooms\/([\w-]+)$/,
    ([, code], body) => withRoom(code, (it) => ok(Object.assign(it, body))),
  ],
  [
    'DELETE',
    /^\/api\/rooms\/([\w-]+)$/,
    ([, code]) => ((rooms = rooms.filter((it) => it.code !== code)), { status: 204 }),
  ],
  [
    'GET',
    /^\/api\/rooms\/([\w-]+)\/seats$/,
    ([, code]) => withRoom(code, (it) => ok({ seats: seats.slice(0, it.present) })),
  ],
  [
    'POST',
    /^\/api\/rooms\/([\w-]+)\/seats$/,
    ([, code]) => withRoom(code, () => ({ status: 201, body: ownSeat() })),
  ],
  ['DELETE', /^\/api\/rooms\/([\w-]+)\/seats\/[\w-]+$/, () => ({ status: 204 })],
  ['GET', /^\/api\/rooms\/([\w-]+)\/messages$/, () => ok({ messages, more: false })],
  ['POST', /^\/api\/rooms\/([\w-]+)\/messages$/, (_, body) => sent(body)],
  ...accountRoutes,
]

export function handle(method: string, url: URL, body: Record<string, unknown>): Reply {
  if (!signedIn && !url.pathname.startsWith('/api/auth/')) return problem(401, 'not-signed-in')
  for (const [verb, path, handler] of routes) {
    const match = verb === method && url.pathname.match(path)
    if (match) return handler(match, body, url)
  }
  return problem(404, 'not-found')
}

function provider(id: string) {
  return { id, signInUrl: `/api/auth/sign-in/${id}`, standIn: true }
}

/** Kakao knows somebody with an account, Naver somebody new. */
function signIn(provider: string, returnTo: string): Reply {
  if (provider === 'kakao') signedIn = true
  else prove(provider, '/welcome')
  const location = signedIn ? returnTo : `/welcome?returnTo=${encodeURIComponent(returnTo)}`
  return { status: 302, location }
}

function testTicket() {
  return { token: 'wss://mocked?sessionId=check&token=tok', expiresAt: '2026-11-20T01:02:00Z' }
}

function session() {
  if (!signedIn) return { signedIn: false, refreshable: false }
  const expiresAt = new Date(Date.now() + 300_000).toISOString()
  return {
    signedIn: true,
    accountId: me.id,
    provider: 'kakao',
    nickname: me.displayName,
    expiresAt,
    authenticatedAt: new Date(Date.now() - 3_600_000).toISOString(),
    notices,
  }
}

function room(code: string, title: string, capacity: number, present: number, createdAt: string): Room {
  return { code, title, capacity, ownerId: me.id, owned: true, present, createdAt }
}

function made(body: Record<string, unknown>): Reply {
  const code = `${letters(3)}-${letters(4)}-${letters(3)}`
  const fresh = room(code, String(body.title), Number(body.capacity ?? 12), 0, new Date().toISOString())
  rooms = [fresh, ...rooms]
  return { status: 201, body: fresh }
}

function letters(count: number): string {
  return Array.from({ length: count }, () => 'bcdfghkmnpqrtwxz'[Math.floor(Math.random() * 16)]).join('')
}

function withRoom(code: string | undefined, use: (room: Room) => Reply): Reply {
  const found = rooms.find((it) => it.code === code)
  return found ? use(found) : problem(404, 'room-not-found')
}

function ownSeat() {
  const expiresAt = new Date(Date.now() + 120_000).toISOString()
  return {
    seatId: 'seat-1',
    connectionId: 'con_1',
    token: 'ws://mocked',
    displayName: me.displayName,
    expiresAt,
  }
}

function said(id: number, seat: number, text: string) {
  const { accountId, displayName } = seats[seat]!
  return {
    id: `message-${id}`,
    clientId: `c-${id}`,
    accountId,
    displayName,
    text,
    sentAt: `2026-11-20T01:0${id}:00Z`,
  }
}

function sent(body: Record<string, unknown>): Reply {
  const message = {
    id: `message-${messages.length + 1}`,
    clientId: String(body.clientId),
    accountId: me.id,
    displayName: me.displayName,
    text: String(body.text),
    sentAt: new Date().toISOString(),
  }
  messages.push(message)
  return { status: 201, body: message }
}
