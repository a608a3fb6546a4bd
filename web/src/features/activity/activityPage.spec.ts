import { beforeEach, describe, expect, it } from 'vitest'
import { useSession } from '@/features/session'
import { preparePinia, show, until } from '@/testing/page'
import { noContent, ok, refusal, serve } from '@/testing/server'
import { ActivityNotices, ActivityPanel } from './index'

const at = '2026-11-20T01:00:00Z'
const first = 'GET /api/auth/activity?limit=10'

beforeEach(preparePinia)

describe('recent activity', () => {
  it('says what happened, where, and by which provider', async () => {
    const event = {
      id: 'e-1',
      kind: 'signed-in',
      at,
      device: 'Chrome · Windows',
      network: '203.0.113.0/24',
      provider: 'kakao',
    }
    serve().on(first, ok({ events: [event], more: false }))
    const page = await show(ActivityPanel)
    await until(() => expect(page.text()).toContain('로그인했어요'))
    expect(page.text()).toContain('카카오 · Chrome · Windows · 203.0.113.x')
    expect(page.named('지난 활동 더 보기')).toBeUndefined()
  })

  it('leaves out what an event does not have', async () => {
    serve().on(
      first,
      ok({ events: [{ id: 'e-1', kind: 'identity-disconnected', at, provider: 'naver' }], more: false }),
    )
    const page = await show(ActivityPanel)
    await until(() => expect(page.text()).toContain('로그인 서비스 쪽에서 연결이 끊겼어요 네이버'))
  })

  it('goes on from the oldest that is known, and shows nothing twice', async () => {
    const event = (id: string, name: string) => ({ id, kind: 'api-key-made', at, name })
    serve()
      .on(first, ok({ events: [event('e-3', '셋째'), event('e-2', '둘째')], more: true }))
      .on(`${first}&before=e-2`, ok({ events: [event('e-2', '둘째'), event('e-1', '첫째')], more: false }))
    const page = await show(ActivityPanel)
    await until(() => expect(page.named('지난 활동 더 보기')).toBeDefined())
    page.click('지난 활동 더 보기')
    await until(() => expect(page.text()).toContain('첫째'))
    expect(document.querySelectorAll('li')).toHaveLength(3)
    expect(page.named('지난 활동 더 보기')).toBeUndefined()
  })

  it('keeps what it has where the rest cannot be read', async () => {
    serve()
      .on(first, ok({ events: [{ id: 'e-1', kind: 'signed-out', at }], more: true }))
      .on(`${first}&before=e-1`, refusal('service-unavailable', 503))
    const page = await show(ActivityPanel)
    await until(() => expect(page.named('지난 활동 더 보기')).toBeDefined())
    page.click('지난 활동 더 보기')
    await until(() => expect(page.text()).toContain('서버 일부가 잠시 쉬고 있어요'))
    expect(page.text()).toContain('로그아웃했어요')
  })

  it('says so where there is none', async () => {
    serve().on(first, ok({ events: [], more: false }))
    const page = await show(ActivityPanel)
    await until(() => expect(page.text()).toContain('아직 남은 활동이 없어요'))
  })
})

describe('notices', () => {
  const notice = (kind: string, more = {}) => ({ id: kind, kind, at, ...more })
  const signedIn = (...notices: object[]) =>
    (useSession().session = {
      signedIn: true,
      accountId: 'a',
      provider: 'kakao',
      expiresAt: '',
      notices,
    } as never)

  it.each([
    ['refresh-token-reused', '복사된 로그인이 쓰여서 우리가 끝냈어요', '기기 확인하기', '/account#devices'],
    ['identity-linked', '네이버 로그인이 연결됐어요', '로그인 방법 확인하기', '/account#identities'],
    ['identity-unlinked', '네이버 연결이 끊겼어요', '기기 확인하기', '/account#devices'],
    [
      'identity-disconnected',
      '네이버에서 사랑방 연결을 끊었어요',
      '로그인 방법 확인하기',
      '/account#identities',
    ],
    ['api-key-made', 'API 키가 만들어졌어요', 'API 키 확인하기', '/account#keys'],
  ])('of %s say what happened and where to look', async (kind, title, name, address) => {
    signedIn(notice(kind, { provider: 'naver', device: 'Firefox · Linux' }))
    const page = await show(ActivityNotices)
    expect(page.text()).toContain(title)
    expect(page.text()).toContain('Firefox · Linux')
    expect(page.named(name)!.getAttribute('href')).toBe(address)
    expect(page.named('최근 활동 보기')!.getAttribute('href')).toBe('/account#activity')
  })

  it('go one by one as they are read', async () => {
    serve().on('DELETE /api/auth/notices/api-key-made', noContent)
    signedIn(notice('api-key-made'), notice('identity-linked', { provider: 'naver' }))
    const page = await show(ActivityNotices)
    page.click('확인했어요')
    await until(() => expect(page.text()).not.toContain('API 키가 만들어졌어요'))
    expect(page.text()).toContain('네이버 로그인이 연결됐어요')
  })

  it('of a later version are left to that version', async () => {
    signedIn(notice('passkey-added'))
    expect((await show(ActivityNotices)).text()).toBe('')
  })

  it('are no part of the page where there are none', async () => {
    signedIn()
    await show(ActivityNotices)
    expect(document.querySelector('aside')).toBeNull()
  })
})
