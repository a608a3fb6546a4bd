import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useConfirmation } from '@/features/confirmation'
import { useSession } from '@/features/session'
import { preparePinia, show, until } from '@/testing/page'
import { freshNeeded, noContent, ok, refusal, serve } from '@/testing/server'
import { saveFile } from '@/ui'
import AccountData from './AccountData.vue'
import AccountPage from './AccountPage.vue'
import { exportName } from './exportName'

beforeEach(preparePinia)

describe('my data', () => {
  it('comes as a file, under the server’s name', async () => {
    const named = { 'Content-Disposition': 'attachment; filename="sarangbang-mine.json"' }
    serve().on('GET /api/users/me/export', ok({ profile: {} }, 200, named))
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const page = await show(AccountData)
    saved.mockClear()
    page.named('내 정보 내려받기')!.dispatchEvent(new MouseEvent('click'))
    await until(() => expect(saved).toHaveBeenCalledOnce())
    expect((saved.mock.contexts[0] as HTMLAnchorElement).download).toBe('sarangbang-mine.json')
  })

  it('has a name of its own else', () => {
    expect(exportName(new Date('2026-11-20T01:00:00Z'))).toBe('sarangbang-2026-11-20.json')
  })

  it('does not stay in the browser’s memory', () => {
    vi.useFakeTimers()
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const revoke = vi.spyOn(URL, 'revokeObjectURL').mockReturnValue()
    saveFile(new Blob(), 'a.json')
    vi.runAllTimers()
    vi.useRealTimers()
    expect(revoke).toHaveBeenCalledWith(expect.stringContaining('blob:x'))
  })

  it('says which way is down', async () => {
    serve().on('GET /api/users/me/export', refusal('service-unavailable', 503, {}, { cause: 'room-service' }))
    const page = await show(AccountData)
    page.click('내 정보 내려받기')
    await until(() => expect(page.text()).toContain('서버 일부가 잠시 쉬고 있어요'))
  })

  it('takes a fresh sign-in, and waits for the button afterwards', async () => {
    const server = serve().on('GET /api/users/me/export', freshNeeded)
    const page = await show(AccountData)
    page.click('내 정보 내려받기')
    await until(() => expect(useConfirmation().returnTo).toBe('/account?do=export'))
    preparePinia()
    useConfirmation().resume('export')
    const back = await show(AccountData)
    await until(() => expect(back.text()).toContain('이제 내려받을 수 있어요'))
    expect(server.times('GET /api/users/me/export')).toBe(1)
  })
})

describe('deleting the account', () => {
  async function dialog() {
    const page = await show(AccountData)
    page.click('계정 삭제하기')
    await until(() => expect(page.text()).toContain('계정을 삭제할까요?'))
    return page
  }

  it('says what ends', async () => {
    serve()
    const page = await dialog()
    for (const words of [
      'API 키가 멈춰요',
      '내가 만든 방과',
      '다른 방에 남긴',
      '카카오와 네이버 연결이 끊겨요',
    ])
      expect(page.text()).toContain(words)
  })

  it.each(['', '계정', '계정 삭제요'])('does nothing for the words “%s”', async (typed) => {
    const server = serve()
    const page = await dialog()
    page.fill('확인 문구', typed)
    page.click('영원히 삭제')
    await until(() => expect(document.querySelector('[aria-invalid]')).not.toBeNull())
    expect(server.asked).toEqual([])
  })

  it.each(['계정 삭제', ' 계정삭제 ', '계정 삭제'.normalize('NFD')])(
    'is asked for by “%s”, ends the session and says goodbye',
    async (typed) => {
      const server = serve()
        .on('DELETE /api/users/me', ok({ requestedAt: '2026-11-20T01:00:00Z' }, 202))
        .on('POST /api/auth/logout', noContent)
      const page = await dialog()
      page.fill('확인 문구', typed)
      page.click('영원히 삭제')
      await until(() => expect(page.router.currentRoute.value.path).toBe('/goodbye'))
      expect(server.lines()).toEqual(['DELETE /api/users/me', 'POST /api/auth/logout'])
      expect(useSession().signedIn).toBe(false)
    },
  )

  it('says goodbye even where signing out fails: the account is going all the same', async () => {
    serve().on('DELETE /api/users/me', ok({ requestedAt: '' }, 202))
    const page = await dialog()
    page.fill('확인 문구', '계정 삭제')
    page.click('영원히 삭제')
    await until(() => expect(page.router.currentRoute.value.path).toBe('/goodbye'))
    expect(useSession().session).toEqual({ signedIn: false, refreshable: false })
  })

  it('takes a fresh sign-in, after which the words have to be typed again', async () => {
    const server = serve().on('DELETE /api/users/me', freshNeeded)
    const page = await dialog()
    page.fill('확인 문구', '계정 삭제')
    page.click('영원히 삭제')
    await until(() => expect(useConfirmation().returnTo).toBe('/account?do=delete'))
    preparePinia()
    useConfirmation().resume('delete')
    const back = await show(AccountData)
    await until(() => expect(back.text()).toContain('계정을 삭제할까요?'))
    expect(document.querySelector('input')!.value).toBe('')
    expect(server.times('DELETE /api/users/me')).toBe(1)
  })

  it('stays where the server refuses', async () => {
    serve().on('DELETE /api/users/me', refusal('service-unavailable', 503))
    const page = await dialog()
    page.fill('확인 문구', '계정 삭제')
    page.click('영원히 삭제')
    await until(() => expect(page.text()).toContain('서버 일부가 잠시 쉬고 있어요'))
    expect(page.router.currentRoute.value.path).toBe('/')
  })
})

describe('the page of the account', () => {
  const down = () => serve()

  it('opens what was asked for before confirming, and cleans its address', async () => {
    down()
    const page = await show(AccountPage, '/account?do=delete')
    await until(() => expect(page.text()).toContain('계정을 삭제할까요?'))
    await until(() => expect(page.router.currentRoute.value.fullPath).toBe('/account'))
  })

  it('says why linking or confirming came to nothing, until it is closed', async () => {
    down()
    const page = await show(AccountPage, '/account?problem=other-person&provider=kakao')
    await until(() => expect(page.text()).toContain('다른 사람으로 로그인했어요'))
    page.click('닫기')
    await until(() => expect(page.text()).not.toContain('다른 사람으로 로그인했어요'))
  })

  it('has a section for everything, each with a heading of its own', async () => {
    down()
    await show(AccountPage, '/account')
    const headings = [...document.querySelectorAll('h2')].map((it) => it.textContent)
    expect(headings).toEqual(['로그인 방법', '로그인한 기기', 'API 키', '최근 활동', '내 정보'])
    for (const link of document.querySelectorAll('nav a'))
      expect(document.querySelector(link.getAttribute('href')!.replace('/account', ''))).not.toBeNull()
  })
})

describe('recent activity', () => {
  it('tells at once of what was done on the same page', async () => {
    const event = (id: string, kind: string) => ({ id, kind, at: '2026-11-20T01:00:00Z' })
    const server = serve()
      .on('GET /api/auth/activity?limit=10', ok({ events: [event('1', 'signed-in')], more: false }))
      .on('GET /api/users/me/export', ok({ profile: {} }))
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x')
    const page = await show(AccountPage)
    await until(() => expect(page.text()).toContain('로그인했어요'))

    server.on(
      'GET /api/auth/activity?limit=10',
      ok({ events: [event('2', 'data-exported'), event('1', 'signed-in')], more: false }),
    )
    page.named('내 정보 내려받기')!.dispatchEvent(new MouseEvent('click'))

    await until(() => expect(page.text()).toMatch(/내 정보를 내려받았어요.*로그인했어요/s))
  })
})
