import { ok, problem, type Handler, type Reply } from './reply.ts'

/**
 * The account side of the contract, with the moments that matter: what takes a fresh sign-in is refused until the
 * person has "been at the provider", which here means coming straight back.
 */
const minutes = (count: number) => new Date(Date.now() - count * 60_000).toISOString()
const DAY = 24 * 60

let fresh = false
let proof: { provider: string; nickname: string } | undefined = { provider: 'naver', nickname: '하은' }

let identities = [
  {
    id: 'identity-1',
    provider: 'kakao',
    nickname: '김사랑',
    linkedAt: minutes(400 * DAY),
    lastUsedAt: minutes(30),
    current: true,
  },
]
let sessions = [
  session('session-1', 'Chrome · Windows', '203.0.113.0/24', 3 * DAY, 0, true),
  session('session-2', 'Safari · iPhone', '198.51.100.0/24', 12 * DAY, 130),
  session('session-3', 'Whale · Android', '2001:db8:41::/48', 40 * DAY, 9 * DAY),
]
let apiKeys: { id: string; [member: string]: unknown }[] = [
  {
    id: 'key-1',
    name: '회의실 표시기',
    hint: 'sbk_…a1b2',
    scopes: ['rooms:read'],
    createdAt: minutes(60 * DAY),
    lastUsedAt: minutes(4),
    expiresAt: minutes(-30 * DAY),
  },
  {
    id: 'key-2',
    name: '수업 예약 프로그램',
    hint: 'sbk_…9f3c',
    scopes: ['rooms:read', 'rooms:write', 'calls:join'],
    createdAt: minutes(5 * DAY),
  },
]
export let notices: { id: string }[] = []

const kinds = [
  ['signed-in', { device: 'Chrome · Windows', network: '203.0.113.0/24', provider: 'kakao' }],
  ['api-key-made', { device: 'Chrome · Windows', network: '203.0.113.0/24', name: '수업 예약 프로그램' }],
  ['refresh-token-reused', { device: 'Firefox · Linux', network: '192.0.2.0/24' }],
  ['identity-disconnected', { provider: 'naver' }],
  ['session-ended', { device: 'Safari · iPhone', network: '198.51.100.0/24' }],
  ['data-exported', { device: 'Chrome · Windows', network: '203.0.113.0/24' }],
] as const
const events = Array.from({ length: 26 }, (_, index) => {
  const [kind, more] = kinds[index % kinds.length]!
  return { id: `event-${index + 1}`, kind, at: minutes(index * index * 45), ...more }
})

export const accountRoutes: [string, RegExp, Handler][] = [
  ['POST', /^\/api\/auth\/confirm\/\w+$/, (_, body) => ((fresh = true), back(body))],
  [
    'POST',
    /^\/api\/auth\/link\/(\w+)$/,
    ([, provider]) => whenFresh(() => prove(provider!, '/account/link')),
  ],
  ['GET', /^\/api\/auth\/proof$/, () => (proof ? ok(proven(proof)) : problem(404, 'proof-not-found'))],
  ['DELETE', /^\/api\/auth\/proof$/, () => (forgetProof(), { status: 204 })],
  ['GET', /^\/api\/auth\/identities$/, () => ok({ identities })],
  ['POST', /^\/api\/auth\/identities$/, () => whenFresh(link)],
  ['DELETE', /^\/api\/auth\/identities\/([\w-]+)$/, ([, id]) => whenFresh(() => unlink(id!))],
  ['GET', /^\/api\/auth\/sessions$/, () => ok({ sessions })],
  ['DELETE', /^\/api\/auth\/sessions\/([\w-]+)$/, ([, id]) => whenFresh(() => end((it) => it.id !== id))],
  ['POST', /^\/api\/auth\/sessions\/end-others$/, () => whenFresh(endOthers)],
  ['GET', /^\/api\/auth\/activity$/, (_, __, url) => ok(page(url.searchParams))],
  [
    'DELETE',
    /^\/api\/auth\/notices\/([\w-]+)$/,
    ([, id]) => ((notices = notices.filter((it) => it.id !== id)), { status: 204 }),
  ],
  ['GET', /^\/api\/auth\/api-keys$/, () => ok({ apiKeys })],
  ['POST', /^\/api\/auth\/api-keys$/, (_, body) => whenFresh(() => makeKey(body))],
  [
    'DELETE',
    /^\/api\/auth\/api-keys\/([\w-]+)$/,
    ([, id]) => ((apiKeys = apiKeys.filter((it) => it.id !== id)), { status: 204 }),
  ],
  ['GET', /^\/api\/users\/me\/export$/, () => whenFresh(() => ok({ exportedAt: minutes(0), identities }))],
  [
    'DELETE',
    /^\/api\/users\/me$/,
    () => whenFresh(() => ({ status: 202, body: { requestedAt: minutes(0) } })),
  ],
]

function whenFresh(act: () => Reply): Reply {
  return fresh ? act() : problem(401, 'fresh-sign-in-needed', { maxAge: 600 })
}

function back(body: Record<string, unknown>): Reply {
  return ok({ location: String(body.returnTo ?? '/account') })
}

export function forgetProof(): void {
  proof = undefined
}

export function prove(provider: string, returnTo: string): Reply {
  proof = { provider, nickname: '하은' }
  return ok({ location: returnTo })
}

function proven(it: { provider: string; nickname: string }) {
  return { ...it, known: false, otherProviders: ['kakao', 'naver'].filter((id) => id !== it.provider) }
}

function link(): Reply {
  if (!proof) return problem(404, 'proof-not-found')
  const linked = { ...proof, id: 'identity-2', linkedAt: minutes(0), lastUsedAt: minutes(0), current: false }
  if (identities.some((it) => it.provider === linked.provider)) return problem(409, 'provider-already-linked')
  identities = [...identities, linked]
  proof = undefined
  return { status: 201, body: linked }
}

function unlink(id: string): Reply {
  if (identities.length === 1) return problem(409, 'last-identity')
  identities = identities.filter((it) => it.id !== id)
  return { status: 204 }
}

function end(keep: (session: (typeof sessions)[number]) => boolean): Reply {
  sessions = sessions.filter(keep)
  return { status: 204 }
}

function endOthers(): Reply {
  const ended = sessions.length - 1
  end((it) => it.current)
  return ok({ ended })
}

function page(query: URLSearchParams) {
  const from = events.findIndex((it) => it.id === query.get('before')) + 1
  const limit = Number(query.get('limit') ?? 50)
  return { events: events.slice(from, from + limit), more: events.length > from + limit }
}

function makeKey(body: Record<string, unknown>): Reply {
  const days = Number(body.expiresInDays ?? 0)
  const made = {
    id: `key-${apiKeys.length + 1}`,
    name: String(body.name),
    hint: 'sbk_…Qm4x',
    scopes: body.scopes,
    createdAt: minutes(0),
    ...(days ? { expiresAt: minutes(-days * DAY) } : {}),
  }
  apiKeys = [made, ...apiKeys]
  return { status: 201, body: { ...made, key: 'sbk_mocked_8vK2pXzR5tLwY7nQc3HfJd6MbGs9Qm4x' } }
}

function session(
  id: string,
  device: string,
  network: string,
  created: number,
  used: number,
  current = false,
) {
  return {
    id,
    device,
    network,
    provider: 'kakao',
    createdAt: minutes(created),
    lastUsedAt: minutes(used),
    expiresAt: minutes(-20 * DAY),
    current,
  }
}
