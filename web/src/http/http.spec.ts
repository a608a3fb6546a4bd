import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Problem } from '@/problems'
import { freshNeeded, noContent, ok, refusal, serve, type Server } from '@/testing/server'
import { http, leaveFor, renewSession, whenSessionEnds } from './index'

let server: Server
let ended: Problem[]

beforeEach(() => {
  localStorage.clear()
  server = serve()
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
    server.on('GET /api/rooms', refusal('room-full', 409, { 'Retry-After': '7' }, { capacity: 4 }))
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

describe('a session that is not fresh', () => {
  it('stays, and is not renewed: only its owner can make it fresh (R-08)', async () => {
    server.on('DELETE /api/users/me', freshNeeded)
    const problem = await problemOf(http.delete('/api/users/me'))
    expect(problem).toMatchObject({ type: 'fresh-sign-in-needed', members: { maxAge: 600 } })
    expect(server.lines()).toEqual(['DELETE /api/users/me'])
    expect(ended).toEqual([])
  })

  it('may have to be renewed first', async () => {
    server.on('DELETE /api/users/me', refusal('not-signed-in', 401), freshNeeded)
    server.on('POST /api/auth/refresh', noContent)
    expect((await problemOf(http.delete('/api/users/me'))).type).toBe('fresh-sign-in-needed')
    expect(ended).toEqual([])
  })
})

describe('an account that is deleted', () => {
  it('ends the session of the app that asks for it', async () => {
    server.on('GET /api/users/me', refusal('account-deleted', 410))
    expect((await problemOf(http.get('/api/users/me'))).type).toBe('account-deleted')
    expect(ended.map((it) => it.type)).toEqual(['account-deleted'])
  })
})

describe('a download', () => {
  it('is what the server sent, under the name it gave', async () => {
    const named = { 'Content-Disposition': 'attachment; filename="sarangbang-2026-11-20.json"' }
    server.on('GET /api/users/me/export', ok({ profile: '사랑' }, 200, named))
    const { content, name } = await http.file('/api/users/me/export')
    expect(name).toBe('sarangbang-2026-11-20.json')
    expect(await content.text()).toBe('{"profile":"사랑"}')
  })

  it('has no name where the server gives none that is safe', async () => {
    server.on('GET /api/x', ok({}, 200, { 'Content-Disposition': 'attachment; filename="../../etc/passwd"' }))
    expect((await http.file('/api/x')).name).toBeUndefined()
  })

  it('may be refused like anything else', async () => {
    server.on('GET /api/users/me/export', refusal('service-unavailable', 503))
    expect((await problemOf(http.file('/api/users/me/export'))).passing).toBe(true)
  })
})

describe('leaving for an address of the server’s', () => {
  it.each([
    ['https://kauth.kakao.com/oauth/authorize?x=1', 'https://kauth.kakao.com/oauth/authorize?x=1'],
    ['/account', new URL('/account', location.href).href],
  ])('goes to %s', (address, url) => {
    const assign = vi.spyOn(location, 'assign').mockReturnValue()
    leaveFor(address)
    expect(assign).toHaveBeenCalledWith(url)
  })

  it.each(['javascript:alert(1)', 'data:text/html,hi', 'intent://x#Intent;end'])(
    'never goes to %s',
    (address) => {
      const assign = vi.spyOn(location, 'assign').mockReturnValue()
      expect(() => leaveFor(address)).toThrow(Problem)
      expect(assign).not.toHaveBeenCalled()
    },
  )
})

it('says goodbye from a page that is closing, without waiting', () => {
  server.on('DELETE /api/rooms/a/seats/s', noContent)
  http.deleteOnUnload('/api/rooms/a/seats/s')
  expect(server.asked[0]!.init).toMatchObject({
    keepalive: true,
    headers: { 'X-Requested-With': 'sarangbang' },
  })
})
