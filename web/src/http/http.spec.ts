import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/problems'
import { http, renewSession, whenSessionEnds } from './index'

type Answer = () => Response | Promise<Response>

const ok = (body: unknown) => () =>
  new Response(JSON.stringify(body), { headers: { 'Content-Type': 'application/json' } })
const noContent = () => new Response(null, { status: 204 })
const refusal =
  (type: string, status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response(JSON.stringify({ type: `/problems/${type}`, status, requestId: 'r-1', capacity: 4 }), {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    })

/** A server that answers each address from a script, and remembers what it was asked. */
class Server {
  readonly asked: { line: string; init: RequestInit }[] = []
  private readonly scripts = new Map<string, Answer[]>()

  on(line: string, ...answers: Answer[]): void {
    this.scripts.set(line, answers)
  }

  fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const line = `${init.method} ${path}`
    this.asked.push({ line, init })
    const answers = this.scripts.get(line)
    const next = answers && (answers.length > 1 ? answers.shift() : answers[0])
    if (!next) throw new TypeError(`Nothing answers ${line}`)
    return next()
  }

  times(line: string): number {
    return this.asked.filter((it) => it.line === line).length
  }
}

let server: Server
let ended: Problem[]

beforeEach(() => {
  localStorage.clear()
  server = new Server()
  vi.stubGlobal('fetch', server.fetch)
  ended = []
  whenSessionEnds((problem) => ended.push(problem))
})

afterEach(() => whenSessionEnds(() => {}))

const problemOf = (promise: Promise<unknown>): Promise<Problem> =>
  promise.then(() => Promise.reject(new Error('no refusal')), Problem.of)

describe('a request', () => {
  it('brings the header that tells it from a cross-site one, where it changes something', async () => {
    server.on('POST /api/rooms', ok({ code: 'a' }))
    await http.post('/api/rooms', { title: '모임' })
    const { headers, body } = server.asked[0]!.init
    expect(headers).toMatchObject({ 'X-Requested-With': 'sarangbang', 'Content-Type': 'application/json' })
    expect(body).toBe('{"title":"모임"}')
  })

  it('leaves that header out where it only reads', async () => {
    server.on('GET /api/rooms', ok({}))
    await http.get('/api/rooms')
    expect(server.asked[0]!.init.headers).not.toHaveProperty('X-Requested-With')
  })

  it('turns a refusal into a problem with its type, members, request id and patience', async () => {
    server.on('GET /api/rooms', refusal('room-full', 409, { 'Retry-After': '7' }))
    const problem = await problemOf(http.get('/api/rooms'))
    expect(problem).toMatchObject({ type: 'room-full', status: 409, requestId: 'r-1', retryAfter: 7 })
    expect(problem.members.capacity).toBe(4)
  })

  it.each([
    [502, 'service-unavailable'],
    [429, 'too-many-requests'],
    [418, 'unexpected'],
  ])('names a bare %i of a proxy by its status', async (status, type) => {
    server.on(
      'GET /api/rooms',
      () => new Response('<html>', { status, headers: { 'Content-Type': 'text/html' } }),
    )
    expect((await problemOf(http.get('/api/rooms'))).type).toBe(type)
  })

  it('tells no network from no server', async () => {
    expect((await problemOf(http.get('/api/rooms'))).type).toBe('unreachable')
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    expect((await problemOf(http.get('/api/rooms'))).type).toBe('offline')
  })

  it('does not fall over an answer that is not what it says', async () => {
    server.on('GET /api/rooms', () => new Response('{', { headers: { 'Content-Type': 'application/json' } }))
    expect((await problemOf(http.get('/api/rooms'))).type).toBe('unexpected')
  })
})

describe('a session that ran out', () => {
  it('is renewed and the request asked once more', async () => {
    server.on('GET /api/rooms', refusal('not-signed-in', 401), ok({ rooms: [] }))
    server.on('POST /api/auth/refresh', noContent)
    expect(await http.get('/api/rooms')).toEqual({ rooms: [] })
    expect(server.asked.map((it) => it.line)).toEqual([
      'GET /api/rooms',
      'POST /api/auth/refresh',
      'GET /api/rooms',
    ])
    expect(ended).toEqual([])
  })

  it('is renewed once for everything that needs it at the same time', async () => {
    const paths = ['/api/a', '/api/b', '/api/c', '/api/d']
    for (const path of paths) server.on(`GET ${path}`, refusal('not-signed-in', 401), ok({}))
    server.on('POST /api/auth/refresh', () => new Promise((done) => setTimeout(() => done(noContent()), 20)))
    await Promise.all(paths.map((path) => http.get(path)))
    expect(server.times('POST /api/auth/refresh')).toBe(1)
  })

  it('is not renewed again where another tab just did', async () => {
    const sentAt = Date.now()
    server.on('GET /api/rooms', () => {
      localStorage.setItem('sarangbang.refreshedAt', String(sentAt + 1000))
      return server.times('GET /api/rooms') > 1 ? ok({})() : refusal('not-signed-in', 401)()
    })
    await http.get('/api/rooms')
    expect(server.times('POST /api/auth/refresh')).toBe(0)
  })

  it('waits for the lock that tabs share', async () => {
    const request = vi.fn((_name: string, task: () => Promise<void>) => task())
    vi.stubGlobal('navigator', { onLine: true, locks: { request } })
    server.on('POST /api/auth/refresh', noContent)
    await renewSession()
    expect(request).toHaveBeenCalledWith('sarangbang-refresh', expect.any(Function))
  })

  it('ends for the whole app where it cannot be renewed', async () => {
    server.on('GET /api/rooms', refusal('not-signed-in', 401))
    server.on('POST /api/auth/refresh', refusal('session-ended', 401))
    expect((await problemOf(http.get('/api/rooms'))).type).toBe('session-ended')
    expect(ended.map((it) => it.type)).toEqual(['session-ended'])
    expect(server.times('GET /api/rooms')).toBe(1)
  })

  it('ends where even new cookies are refused, instead of asking for ever', async () => {
    server.on('GET /api/rooms', refusal('not-signed-in', 401))
    server.on('POST /api/auth/refresh', noContent)
    await problemOf(http.get('/api/rooms'))
    expect(server.times('GET /api/rooms')).toBe(2)
    expect(ended).toHaveLength(1)
  })

  it.each([
    ['the network is away', undefined],
    ['auth-service is down', refusal('service-unavailable', 503)],
  ])('is kept while %s', async (_, answer) => {
    server.on('GET /api/rooms', refusal('not-signed-in', 401))
    if (answer) server.on('POST /api/auth/refresh', answer)
    const problem = await problemOf(http.get('/api/rooms'))
    expect(problem.passing).toBe(true)
    expect(ended).toEqual([])
  })

  it('can be renewed again after a failure', async () => {
    server.on('POST /api/auth/refresh', refusal('service-unavailable', 503), noContent)
    await problemOf(renewSession())
    await renewSession()
    expect(server.times('POST /api/auth/refresh')).toBe(2)
  })
})

it('says goodbye from a page that is closing, without waiting', () => {
  server.on('DELETE /api/rooms/a/seats/s', noContent)
  http.deleteOnUnload('/api/rooms/a/seats/s')
  expect(server.asked[0]!.init).toMatchObject({
    keepalive: true,
    headers: { 'X-Requested-With': 'sarangbang' },
  })
})
