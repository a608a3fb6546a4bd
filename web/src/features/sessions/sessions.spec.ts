import { beforeEach, describe, expect, it } from 'vitest'
import { useConfirmation } from '@/features/confirmation'
import { preparePinia, show, until } from '@/testing/page'
import { freshNeeded, noContent, ok, refusal, serve } from '@/testing/server'
import { networkWords, SessionsPanel } from './index'

const session = (id: string, device: string, current = false) => ({
  id,
  device,
  network: '203.0.113.0/24',
  provider: 'kakao',
  createdAt: '2025-11-17T01:00:00Z',
  lastUsedAt: new Date(Date.now() - 2 * 3_600_000).toISOString(),
  expiresAt: '2026-12-01T00:00:00Z',
  current,
})
const here = session('s-1', 'Chrome · Windows', true)
const phone = session('s-2', 'Safari · iPhone')

beforeEach(preparePinia)

it.each([
  ['203.0.113.0/24', '203.0.113.x'],
  ['2001:db8:41::/48', '2001:db8:41:…'],
  ['127.0.0.1', '127.0.0.1'],
  ['', ''],
])('shows the network %s as %s', (network, words) => expect(networkWords(network)).toBe(words))

describe('the devices', () => {
  const serving = (...sessions: object[]) => serve().on('GET /api/auth/sessions', ok({ sessions }))

  async function panel() {
    const page = await show(SessionsPanel, '/account')
    await until(() => expect(page.text()).toContain('지금 이 기기'))
    return page
  }

  it('say since when, how lately and from where, and which is this one', async () => {
    serving(here, phone)
    const page = await panel()
    expect(page.text()).toMatch(/마지막 사용 2시간 전 \(.+\)/)
    expect(page.text()).toContain('네트워크 203.0.113.x')
    expect(page.text()).toMatch(/2025년 11월 17일 .+에 카카오로 로그인/)
    expect(page.named('Chrome · Windows 로그아웃')).toBeUndefined()
  })

  it('have a name even where the browser told none', async () => {
    serving(here, session('s-3', ''))
    expect((await panel()).named('알 수 없는 기기 로그아웃')).toBeDefined()
  })

  it('are ended one by one, after a question', async () => {
    const server = serving(here, phone).on('DELETE /api/auth/sessions/s-2', noContent)
    const page = await panel()
    page.click('Safari · iPhone 로그아웃')
    await until(() => expect(page.text()).toContain('Safari · iPhone에서 로그아웃할까요?'))
    expect(server.times('DELETE /api/auth/sessions/s-2')).toBe(0)
    server.on('GET /api/auth/sessions', ok({ sessions: [here] }))
    page.click(/^로그아웃$/)
    await until(() => expect(server.times('DELETE /api/auth/sessions/s-2')).toBe(1))
    await until(() => expect(page.text()).toContain('다른 기기에는 로그인되어 있지 않아요'))
  })

  it('count as ended where the server does not know them any more', async () => {
    const server = serving(here, phone).on('DELETE /api/auth/sessions/s-2', refusal('session-not-found', 404))
    const page = await panel()
    page.click('Safari · iPhone 로그아웃')
    await until(() => expect(page.text()).toContain('로그아웃할까요?'))
    page.click('로그아웃')
    // The row's own button is called after its device, so this one is the question's.
    await until(() => expect(server.times('GET /api/auth/sessions')).toBe(2))
  })

  it('are ended all at once but this one', async () => {
    const server = serving(here, phone).on('POST /api/auth/sessions/end-others', ok({ ended: 1 }))
    const page = await panel()
    page.click('다른 기기 모두 로그아웃')
    await until(() => expect(page.text()).toContain('다른 기기에서 모두 로그아웃할까요?'))
    server.on('GET /api/auth/sessions', ok({ sessions: [here] }))
    const [, confirm] = [...document.querySelectorAll('button')].filter(
      (it) => it.textContent?.trim() === '다른 기기 모두 로그아웃',
    )
    confirm!.click()
    await until(() => expect(page.text()).toContain('다른 기기에는 로그인되어 있지 않아요'))
  })

  it('are only ended by somebody who has just shown who they are', async () => {
    const server = serving(here, phone).on('DELETE /api/auth/sessions/s-2', freshNeeded)
    const page = await panel()
    page.click('Safari · iPhone 로그아웃')
    await until(() => expect(page.text()).toContain('로그아웃할까요?'))
    page.click('로그아웃')
    await until(() => expect(useConfirmation().returnTo).toBe('/account?do=end-session%3As-2'))
    expect(server.times('GET /api/auth/sessions')).toBe(1)
  })

  it.each([
    ['end-session:s-2', 'Safari · iPhone에서 로그아웃할까요?'],
    ['end-others', '다른 기기에서 모두 로그아웃할까요?'],
  ])('after that the question %s comes again, unanswered', async (action, words) => {
    const server = serving(here, phone)
    useConfirmation().resume(action)
    const page = await panel()
    await until(() => expect(page.text()).toContain(words))
    expect(server.lines()).toEqual(['GET /api/auth/sessions'])
  })

  it('never offer to end this one, whatever the address says', async () => {
    serving(here, phone)
    useConfirmation().resume('end-session:s-1')
    expect((await panel()).text()).not.toContain('로그아웃할까요?')
  })
})
