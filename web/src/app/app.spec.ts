import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createApp } from 'vue'
import { Problem } from '@/problems'
import { until } from '@/testing/page'
import { noContent, ok, refusal, serve, type Server } from '@/testing/server'
import { whereSessionEnds } from './sessionEnd'

const kakaotalk =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 KAKAOTALK 10.8.5'
const instagram =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Instagram 352.0.0.25.86'

/** The app from its start at an address, with modules of its own: a page load begins from nothing too. */
async function open(address: string, userAgent = 'Mozilla/5.0 (X11; Linux) Chrome/142 Safari/537.36') {
  vi.resetModules()
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent)
  history.replaceState({}, '', address)
  const pinia = createPinia()
  setActivePinia(pinia)
  const [{ default: Root }, { router }, { i18n: words, setLocale: speak }] = await Promise.all([
    import('@/App.vue'),
    import('./router'),
    import('@/locales'),
  ])
  speak('ko')
  document.body.innerHTML = '<div id="app"></div>'
  const app = createApp(Root).use(pinia).use(words).use(router)
  app.mount('#app')
  mounted = () => app.unmount()
  await router.isReady()
  return router
}

let mounted = () => {}
let server: Server
const text = () => document.body.textContent ?? ''
const link = (name: string) =>
  [...document.querySelectorAll('a')].find((it) => it.textContent?.includes(name))
const press = (name: string) =>
  [...document.querySelectorAll('button')].find((it) => it.textContent?.includes(name))?.click()

beforeEach(() => {
  sessionStorage.clear()
  server = serve()
    .on('GET /api/auth/session', ok({ signedIn: false, refreshable: false }))
    .on('GET /api/auth/providers', ok({ providers: [] }))
})

afterEach(() => mounted())

describe('a room’s link inside an app', () => {
  it('explains itself before anything is asked of the server', async () => {
    await open('/r/kfm-wqtz-hbp?from=share&x=1', kakaotalk)
    await until(() => expect(text()).toContain('카카오톡 안에서 열렸어요'))
    expect(server.asked).toEqual([])
  })

  it('takes nothing but the room along, and only by a click', async () => {
    await open('/r/kfm-wqtz-hbp?from=share', kakaotalk)
    await until(() => expect(link('기본 브라우저로 열기')).toBeDefined())
    expect(link('기본 브라우저로 열기')!.getAttribute('href')).toBe(
      `kakaotalk://web/openExternal?url=${encodeURIComponent(`${location.origin}/r/kfm-wqtz-hbp`)}`,
    )
    expect(location.search).toBe('')
    expect(location.pathname).toBe('/r/kfm-wqtz-hbp')
  })

  it('shows the steps where the app opens no other browser', async () => {
    await open('/r/kfm-wqtz-hbp', instagram)
    await until(() => expect(text()).toContain('화면 오른쪽 위의 점 세 개'))
    expect(link('기본 브라우저로 열기')).toBeUndefined()
    expect(document.querySelector('input')!.value).toBe(`${location.origin}/r/kfm-wqtz-hbp`)
  })

  it('lets the person go on there, by the sign-in, and does not ask again', async () => {
    const router = await open('/r/kfm-wqtz-hbp', kakaotalk)
    await until(() => expect(text()).toContain('여기서 계속하기'))
    press('여기서 계속하기')
    await until(() => expect(router.currentRoute.value.path).toBe('/sign-in'))
    expect(router.currentRoute.value.query.returnTo).toBe('/r/kfm-wqtz-hbp')
    expect(text()).not.toContain('안에서 열렸어요')
    mounted()
    const again = await open('/r/kfm-wqtz-hbp', kakaotalk)
    expect(again.currentRoute.value.path).toBe('/sign-in')
  })

  it('stands in front of rooms only', async () => {
    const router = await open('/', kakaotalk)
    expect(router.currentRoute.value.path).toBe('/sign-in')
  })
})

describe('a room’s link in a browser', () => {
  it('goes to the sign-in at once', async () => {
    const router = await open('/r/kfm-wqtz-hbp')
    expect(router.currentRoute.value.path).toBe('/sign-in')
  })

  it('loses the word that brought it out of LINE', async () => {
    const router = await open('/r/kfm-wqtz-hbp?openExternalBrowser=1')
    expect(router.currentRoute.value.query.returnTo).toBe('/r/kfm-wqtz-hbp')
  })
})

describe('pages', () => {
  it('of the account take a session', async () => {
    const router = await open('/account?do=delete')
    expect(router.currentRoute.value.path).toBe('/sign-in')
    expect(router.currentRoute.value.query.returnTo).toBe('/account?do=delete')
  })

  it.each(['/welcome', '/goodbye'])('%s takes none', async (path) => {
    server.on('GET /api/auth/proof', refusal('proof-not-found', 404))
    const router = await open(path)
    expect(router.currentRoute.value.path).toBe(path)
  })
})

describe('where a session ends', () => {
  const from = { path: '/account', fullPath: '/account?x=1' }

  it('is the sign-in, with the way back', () => {
    expect(whereSessionEnds(new Problem('session-ended', 401), from)).toEqual({
      path: '/sign-in',
      query: { problem: 'session-ended', returnTo: '/account?x=1' },
    })
  })

  it('is the goodbye where the account was deleted, wherever that shows', () => {
    expect(whereSessionEnds(new Problem('account-deleted', 410), from)).toBe('/goodbye')
  })

  it.each(['/sign-in', '/goodbye'])('is %s for whoever is there already', (path) => {
    expect(whereSessionEnds(new Problem('session-ended', 401), { path, fullPath: path })).toBeUndefined()
  })
})

it('shows what the owner of the account should know above the page, and not in a call', async () => {
  const notices = [
    { id: 'n', kind: 'refresh-token-reused', at: '2026-11-20T01:00:00Z', device: 'Firefox · Linux' },
  ]
  server
    .on(
      'GET /api/auth/session',
      ok({ signedIn: true, accountId: 'a', provider: 'kakao', expiresAt: '', notices }),
    )
    .on('GET /api/users/me', ok({ id: 'a', displayName: '김사랑', pictureUrl: null, locale: 'ko' }))
    .on('GET /api/rooms?limit=20', ok({ rooms: [], more: false }))
    .on('DELETE /api/auth/notices/n', noContent)
  await open('/')
  await until(() => expect(text()).toContain('복사된 로그인이 쓰여서 우리가 끝냈어요'))
  expect(link('최근 활동 보기')!.getAttribute('href')).toBe('/account#activity')
  press('확인했어요')
  await until(() => expect(text()).not.toContain('복사된 로그인이'))
  expect(server.times('DELETE /api/auth/notices/n')).toBe(1)
})

it('says so where a part of the app itself does not load, and offers another try', async () => {
  const router = await open('/sign-in')
  const missing = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  router.addRoute({ path: '/missing', component: missing, meta: { open: true } })
  await router.push('/missing').catch(() => undefined)
  await until(() => expect(text()).toContain('사랑방 서버에 닿지 못했어요'))
  expect([...document.querySelectorAll('button')].map((it) => it.textContent)).toContain('다시 시도')
})
