import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useConfirmation } from '@/features/confirmation'
import { useSession } from '@/features/session'
import { preparePinia, show, until } from '@/testing/page'
import { freshNeeded, noContent, ok, refusal, serve } from '@/testing/server'
import { IdentityPanel } from './index'
import IdentityLinkPage from './IdentityLinkPage.vue'
import IdentityWelcomePage from './IdentityWelcomePage.vue'
import { whoIs } from './whoIs'

const identity = (id: string, provider: string, current = false) => ({
  id,
  provider,
  nickname: '하은',
  linkedAt: '2026-01-02T03:04:05Z',
  lastUsedAt: '2026-11-01T00:00:00Z',
  current,
})
const kakao = identity('i-1', 'kakao', true)
const naver = identity('i-2', 'naver')
const providers = ok({ providers: [{ id: 'kakao' }, { id: 'naver' }] })
const session = ok({ signedIn: true, accountId: 'a', provider: 'kakao', expiresAt: '' })

beforeEach(preparePinia)

describe('the sign-in methods', () => {
  const serving = (...identities: object[]) =>
    serve().on('GET /api/auth/identities', ok({ identities })).on('GET /api/auth/providers', providers)

  async function panel() {
    const page = await show(IdentityPanel, '/account')
    await until(() => expect(page.text()).toContain('카카오'))
    return page
  }

  it('say which is in use and which could be linked', async () => {
    serving(kakao)
    const page = await panel()
    expect(page.text()).toContain('지금 쓰는 방법')
    expect(page.text()).toContain('2026년 1월 2일부터 연결됨')
    expect(page.named('네이버 연결')).toBeDefined()
  })

  it('explain why the last one cannot go, instead of offering it', async () => {
    serving(kakao)
    const page = await panel()
    expect(page.named('카카오 연결 끊기')).toBeUndefined()
    expect(page.text()).toContain('로그인 방법이 하나뿐이라 끊을 수 없어요')
  })

  it('lead to the other provider after a word about it', async () => {
    const server = serving(kakao).on('POST /api/auth/link/naver', ok({ location: 'https://nid.naver.com/x' }))
    const assign = vi.spyOn(location, 'assign').mockReturnValue()
    const page = await panel()
    page.click('네이버 연결')
    await until(() => expect(page.text()).toContain('네이버 로그인을 연결할까요?'))
    expect(server.times('POST /api/auth/link/naver')).toBe(0)
    page.click('네이버로 가기')
    await until(() => expect(assign).toHaveBeenCalledWith('https://nid.naver.com/x'))
    expect(server.bodyOf('POST /api/auth/link/naver')).toEqual({ returnTo: '/account' })
  })

  it('ask who this is first where that was long ago', async () => {
    serving(kakao).on('POST /api/auth/link/naver', freshNeeded)
    const page = await panel()
    page.click('네이버 연결')
    await until(() => expect(page.named('네이버로 가기')).toBeDefined())
    page.click('네이버로 가기')
    await until(() => expect(useConfirmation().returnTo).toBe('/account?do=link%3Anaver'))
    await until(() => expect(page.text()).not.toContain('연결할까요'))
  })

  it('are unlinked after a question, and the list says so', async () => {
    const server = serving(kakao, naver).on('DELETE /api/auth/identities/i-2', noContent)
    const page = await panel()
    page.click('네이버 연결 끊기')
    await until(() => expect(page.text()).toContain('네이버 연결을 끊을까요?'))
    expect(page.text()).not.toContain('이 기기도')
    server.on('GET /api/auth/identities', ok({ identities: [kakao] }))
    page.click('연결 끊기')
    await until(() => expect(page.named('네이버 연결')).toBeDefined())
  })

  it('sign this device out with the one it came by', async () => {
    serving(kakao, naver).on('DELETE /api/auth/identities/i-1', noContent)
    const page = await panel()
    page.click('카카오 연결 끊기')
    await until(() => expect(page.text()).toContain('이 기기도 카카오로 로그인했으니'))
    page.click('연결 끊기')
    await until(() => expect(page.router.currentRoute.value.path).toBe('/sign-in'))
    expect(useSession().signedIn).toBe(false)
  })

  it('are not unlinked by coming back: the question is asked again', async () => {
    const server = serving(kakao, naver)
    useConfirmation().resume('unlink:i-2')
    const page = await panel()
    await until(() => expect(page.text()).toContain('네이버 연결을 끊을까요?'))
    expect(server.lines().every((it) => it.startsWith('GET'))).toBe(true)
  })

  it('ignore an id that came back and is not among them', async () => {
    serving(kakao, naver)
    useConfirmation().resume('unlink:i-9')
    const page = await panel()
    expect(page.text()).not.toContain('끊을까요')
  })

  it('show why they could not be read, and are read again', async () => {
    serving(kakao).on(
      'GET /api/auth/identities',
      refusal('service-unavailable', 503),
      ok({ identities: [kakao] }),
    )
    const page = await show(IdentityPanel, '/account')
    await until(() => expect(page.text()).toContain('서버 일부가 잠시 쉬고 있어요'))
    page.click('다시 시도')
    await until(() => expect(page.text()).toContain('지금 쓰는 방법'))
  })
})

describe('linking what was proven', () => {
  const proof = { provider: 'naver', nickname: '하은', known: false, otherProviders: ['kakao'] }
  const serving = () => serve().on('GET /api/auth/proof', ok(proof))

  async function question(path = '/account/link') {
    const page = await show(IdentityLinkPage, path)
    await until(() => expect(page.text()).toContain('네이버 (하은) 로그인을 이 계정에 연결할까요?'))
    return page
  }

  it('asks whose it is, and links on a yes', async () => {
    const server = serving().on('POST /api/auth/identities', ok(naver, 201))
    const page = await question('/account/link?returnTo=/r/abc')
    expect(server.times('POST /api/auth/identities')).toBe(0)
    page.click('연결하기')
    await until(() => expect(page.router.currentRoute.value.path).toBe('/r/abc'))
  })

  it('goes back to the account where nothing else was wanted', async () => {
    serving().on('POST /api/auth/identities', ok(naver))
    const page = await question('/account/link?returnTo=//evil.example')
    page.click('연결하기')
    await until(() => expect(page.router.currentRoute.value.path).toBe('/account'))
  })

  it('forgets the proof on a no', async () => {
    const server = serving().on('DELETE /api/auth/proof', noContent)
    const page = await question()
    page.click('연결하지 않기')
    await until(() => expect(page.router.currentRoute.value.path).toBe('/account'))
    expect(server.times('DELETE /api/auth/proof')).toBe(1)
  })

  it.each([
    ['identity-taken', '아무것도 옮기지 않았어요'],
    ['provider-already-linked', '서비스마다 하나만 연결할 수 있어요'],
  ])('explains %s and leaves only the way back', async (type, words) => {
    serving().on('POST /api/auth/identities', refusal(type, 409))
    const page = await question()
    page.click('연결하기')
    await until(() => expect(page.text()).toContain(words))
    expect(page.named('연결하기')).toBeUndefined()
    expect(page.named('돌아가기')).toBeDefined()
  })

  it('asks who this is first where that was long ago, and comes back here', async () => {
    serving().on('POST /api/auth/identities', freshNeeded)
    const page = await question('/account/link?returnTo=/r/abc')
    page.click('연결하기')
    await until(() => expect(useConfirmation().returnTo).toBe('/account/link?returnTo=/r/abc'))
    expect(page.text()).not.toContain('다시 확인해야 해요')
  })

  it('starts again where the proof has lapsed, before or after the question', async () => {
    serve().on('GET /api/auth/proof', refusal('proof-not-found', 404))
    const early = await show(IdentityLinkPage, '/account/link')
    await until(() => expect(early.named('처음부터 다시 하기')?.getAttribute('href')).toBe('/account'))
    serving().on('POST /api/auth/identities', refusal('proof-not-found', 404))
    const late = await question()
    late.click('연결하기')
    await until(() => expect(late.named('처음부터 다시 하기')).toBeDefined())
  })
})

describe('a newcomer', () => {
  const proof = { provider: 'naver', nickname: '하은', known: false, otherProviders: ['kakao'] }

  async function welcome(path: string, more: object = {}) {
    const server = serve().on('GET /api/auth/proof', ok({ ...proof, ...more }))
    const page = await show(IdentityWelcomePage, path)
    await until(() => expect(page.text()).toContain('처음 오셨네요'))
    return { server, page }
  }

  it('is greeted by name and told what is kept', async () => {
    const { page } = await welcome('/welcome')
    expect(page.text()).toContain('하은 님, 처음 오셨네요')
    expect(page.text()).toContain('네이버 회원번호, 별명, 프로필 사진만 저장해요')
  })

  it('is greeted without a name where the provider told none', async () => {
    const { page } = await welcome('/welcome', { nickname: undefined })
    expect(page.text()).not.toContain('님')
  })

  it('gets an account on saying so, and lands where the link led', async () => {
    const { server, page } = await welcome('/welcome?returnTo=/r/abc')
    expect(server.times('POST /api/auth/accounts')).toBe(0)
    server.on('POST /api/auth/accounts', noContent).on('GET /api/auth/session', session)
    page.click('시작하기')
    await until(() => expect(page.router.currentRoute.value.path).toBe('/r/abc'))
    expect(useSession().signedIn).toBe(true)
  })

  it('who has an account already signs in with it and links this one, room and all', async () => {
    const { page } = await welcome('/welcome?returnTo=/r/abc')
    const address = new URL(page.named('카카오로 로그인해서 연결하기')!.getAttribute('href')!, location.href)
    expect(address.pathname).toBe('/api/auth/sign-in/kakao')
    expect(address.searchParams.get('returnTo')).toBe('/account/link?returnTo=%2Fr%2Fabc')
  })

  it('who is none after all just signs in', async () => {
    const { page } = await welcome('/welcome', { known: true })
    expect(page.named('시작하기')).toBeUndefined()
    expect(page.named('다시 로그인하기')!.getAttribute('href')).toContain('/api/auth/sign-in/naver?')
  })

  it('who took too long signs in again', async () => {
    serve()
      .on('GET /api/auth/proof', refusal('proof-not-found', 404))
      .on('GET /api/auth/session', ok({ signedIn: false, refreshable: false }))
    const page = await show(IdentityWelcomePage, '/welcome?returnTo=/r/abc')
    await until(() =>
      expect(page.named('다시 로그인하기')?.getAttribute('href')).toBe('/sign-in?returnTo=%2Fr%2Fabc'),
    )
  })

  it('who comes back with an account goes on', async () => {
    serve().on('GET /api/auth/proof', refusal('proof-not-found', 404)).on('GET /api/auth/session', session)
    const page = await show(IdentityWelcomePage, '/welcome?returnTo=/r/abc')
    await until(() => expect(page.router.currentRoute.value.path).toBe('/r/abc'))
  })
})

it('names a proven identity with what is known of it', () => {
  expect(whoIs('네이버', '하은')).toBe('네이버 (하은)')
  expect(whoIs('네이버', undefined)).toBe('네이버')
})
