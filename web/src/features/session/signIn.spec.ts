import { beforeEach, describe, expect, it } from 'vitest'
import { preparePinia, show, until } from '@/testing/page'
import { noContent, ok, refusal, serve } from '@/testing/server'
import type { Provider } from './api'
import { nextSteps } from './nextSteps'
import { safeReturnTo, signInUrl } from './returnTo'
import SessionSignInPage from './SessionSignInPage.vue'
import { useSession } from './useSession'

const provider = (id: string): Provider => ({ id, signInUrl: `/api/auth/sign-in/${id}`, standIn: false })
const both = [provider('kakao'), provider('naver')]

describe('after a sign-in that failed', () => {
  const steps = (problem: string, failed: unknown = 'kakao', providers = both) =>
    nextSteps(problem, failed, providers).map((it) => `${it.way} ${it.provider.id}`)

  it.each([
    ['sign-in-denied', ['again kakao', 'other naver']],
    ['sign-in-expired', ['retry kakao']],
    ['sign-in-misconfigured', ['other naver']],
    ['provider-unavailable', ['retry kakao', 'other naver']],
    ['sign-in-failed', ['retry kakao', 'other naver']],
    ['session-ended', []],
  ])('%s leaves %j', (problem, expected) => expect(steps(problem)).toEqual(expected))

  it('there is no other way where there is one provider', () => {
    expect(steps('provider-unavailable', 'kakao', [provider('kakao')])).toEqual(['retry kakao'])
  })

  it.each([null, ['kakao'], 'nobody'])('nothing is offered for the provider %s', (failed) => {
    expect(steps('sign-in-failed', failed)).toEqual([])
  })

  it.each([
    ['sign-in-denied', '카카오에서 다시 동의하기', '/api/auth/sign-in/kakao?returnTo=%2Fr%2Fabc&again=true'],
    ['sign-in-expired', '카카오로 다시 시도', '/api/auth/sign-in/kakao?returnTo=%2Fr%2Fabc'],
    ['sign-in-misconfigured', '네이버로 대신 들어가기', '/api/auth/sign-in/naver?returnTo=%2Fr%2Fabc'],
  ])('the page offers for %s: %s', async (problem, name, address) => {
    serve().on('GET /api/auth/providers', ok({ providers: both }))
    const page = await show(SessionSignInPage, `/sign-in?problem=${problem}&provider=kakao&returnTo=/r/abc`)
    await until(() => expect(page.named(name)?.getAttribute('href')).toBe(address))
    expect(page.named('카카오 로그인')).toBeDefined()
  })

  it('the page asks again for the providers where they could not be read', async () => {
    serve().on('GET /api/auth/providers', refusal('service-unavailable', 503), ok({ providers: both }))
    const page = await show(SessionSignInPage, '/sign-in')
    await until(() => expect(page.text()).toContain('서버 일부가 잠시 쉬고 있어요'))
    page.click('다시 시도')
    await until(() => expect(page.named('네이버 로그인')).toBeDefined())
  })
})

describe('the way back', () => {
  it.each(['/welcome?x=1', '/goodbye', '/sign-in'])('never is %s', (path) => {
    expect(safeReturnTo(path)).toBe('/')
  })

  it('may have another front page', () => {
    expect(safeReturnTo(undefined, '/account')).toBe('/account')
    expect(safeReturnTo('/welcomes', '/account')).toBe('/welcomes')
  })

  it('can go by the provider’s consent', () => {
    expect(signInUrl('/x', '/r/a', true)).toBe('/x?returnTo=%2Fr%2Fa&again=true')
  })
})

describe('this session', () => {
  const notice = { id: 'n-1', kind: 'identity-linked', at: '2026-11-20T01:00:00Z' }
  const signedIn = { signedIn: true, accountId: 'a', provider: 'kakao', expiresAt: '', notices: [notice] }

  beforeEach(preparePinia)

  it('tells its provider and what its owner should know', async () => {
    serve().on('GET /api/auth/session', ok(signedIn))
    const session = useSession()
    expect(session.notices).toEqual([])
    expect(await session.load()).toBe(true)
    expect(session.provider).toBe('kakao')
    expect(session.notices).toEqual([notice])
  })

  it('forgets a notice that was read, and tells the server', async () => {
    const server = serve()
      .on('GET /api/auth/session', ok(signedIn))
      .on('DELETE /api/auth/notices/n-1', noContent)
    const session = useSession()
    await session.load()
    await session.dismiss('n-1')
    expect(session.notices).toEqual([])
    expect(server.times('DELETE /api/auth/notices/n-1')).toBe(1)
  })

  it('does not bring a notice back only because the server is away', async () => {
    serve().on('GET /api/auth/session', ok(signedIn))
    const session = useSession()
    await session.load()
    await session.dismiss('n-1')
    expect(session.notices).toEqual([])
  })

  it('is revived where it can be', async () => {
    const server = serve()
      .on('GET /api/auth/session', ok({ signedIn: false, refreshable: true }), ok(signedIn))
      .on('POST /api/auth/refresh', noContent)
    expect(await useSession().load()).toBe(true)
    expect(server.times('POST /api/auth/refresh')).toBe(1)
  })

  it('is nobody’s where it cannot be revived', async () => {
    serve()
      .on('GET /api/auth/session', ok({ signedIn: false, refreshable: true }))
      .on('POST /api/auth/refresh', refusal('session-ended', 401))
    const session = useSession()
    expect(await session.load()).toBe(false)
    expect(session.session).toEqual({ signedIn: false, refreshable: false })
  })
})
