import { answer, problem, signedOut } from './screens-answers.mjs'

const ROOM = '/r/kfm-wqtz-hbp'
const webView =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const inApp = {
  kakaotalk: `${webView} Mobile/15E148 KAKAOTALK 10.8.5`,
  instagram: `${webView} Mobile/15E148 Instagram 352.0.0.25.86 (iPhone15,2; iOS 18_0; ko_KR; ko)`,
  naver: `${webView} Mobile/20F66 NAVER(inapp; search; 2000; 12.5.5)`,
}

const account = async (page, query = '') => {
  await page.goto(`/account${query}`)
  await page.getByText('Safari · iPhone').first().waitFor()
  await page
    .getByText(/회의실 표시기/)
    .first()
    .waitFor()
}
const dialog = (page, role = 'alertdialog') => page.getByRole(role).waitFor()
const refused = (page, path, method, reply) =>
  page.route(path, (route) => (route.request().method() === method ? route.fulfill(reply) : route.continue()))
const newcomer = (page, more = {}) =>
  answer(page, '**/api/auth/proof', {
    json: { provider: 'naver', nickname: '하은', known: false, otherProviders: ['kakao'], ...more },
  })
const notice = (id, kind, more = {}) => ({
  id,
  kind,
  at: new Date(Date.now() - 7_200_000).toISOString(),
  ...more,
})
const fault = (name, slug) => ({
  name: `sign-in-${name}`,
  open: async (page) => {
    await signedOut(page)
    await page.goto(`/sign-in?problem=${slug}&provider=naver&returnTo=${ROOM}`)
    await page.getByRole('alert').waitFor()
    await page.getByRole('link', { name: '카카오 로그인' }).waitFor()
  },
})
const inside = (app, name) => ({
  name: `in-app-${app}`,
  context: { userAgent: inApp[app] },
  open: async (page) => {
    await page.goto(`${ROOM}?from=share`)
    await page.getByRole('heading', { name }).waitFor()
  },
})

export const accountScreens = [
  { name: 'account', whole: true, open: (page) => account(page) },
  {
    name: 'account-en',
    whole: true,
    locale: 'en-US',
    open: async (page) => {
      await page.addInitScript(() => localStorage.setItem('sarangbang.locale', 'en'))
      await answer(page, '**/api/users/me', {
        json: { id: 'a', displayName: 'Sarang Kim', pictureUrl: null, locale: 'en' },
      })
      await account(page)
    },
  },
  {
    name: 'account-two-identities',
    open: async (page) => {
      const linked = (id, provider, nickname, current) => ({
        id,
        provider,
        nickname,
        current,
        linkedAt: '2026-01-02T03:04:05Z',
        lastUsedAt: '2026-11-01T00:00:00Z',
      })
      await answer(page, '**/api/auth/identities', {
        json: { identities: [linked('a', 'kakao', '김사랑', true), linked('b', 'naver', '하은', false)] },
      })
      await account(page)
    },
  },
  {
    name: 'account-failed',
    whole: true,
    open: async (page) => {
      for (const path of ['identities', 'sessions', 'activity?*', 'api-keys'])
        await answer(page, `**/api/auth/${path}`, problem('service-unavailable', 503))
      await page.goto('/account')
      await page.getByRole('alert').nth(3).waitFor()
    },
  },
  {
    name: 'account-empty',
    whole: true,
    open: async (page) => {
      await answer(page, '**/api/auth/api-keys', { json: { apiKeys: [] } })
      await answer(page, '**/api/auth/activity?*', { json: { events: [], more: false } })
      await page.goto('/account')
      await page.getByText('만든 키가 없어요').waitFor()
    },
  },
  {
    name: 'account-loading',
    open: async (page) => {
      await page.route(/\/api\/auth\/(identities|sessions|activity|api-keys)/, () => {})
      await page.goto('/account')
      await page.getByRole('status').nth(1).waitFor()
    },
  },
  {
    name: 'account-other-person',
    open: (page) => account(page, '?problem=other-person&provider=kakao'),
  },
  {
    name: 'account-link',
    open: async (page) => {
      await account(page)
      await page.getByRole('button', { name: '네이버 연결' }).click()
      await dialog(page)
    },
  },
  {
    name: 'account-confirm',
    open: async (page) => {
      await refused(page, '**/api/auth/link/*', 'POST', problem('fresh-sign-in-needed', 401, { maxAge: 600 }))
      await account(page)
      await page.getByRole('button', { name: '네이버 연결' }).click()
      await page.getByRole('button', { name: '네이버로 가기' }).click()
      await page.getByRole('dialog', { name: '본인인지 확인할게요' }).waitFor()
    },
  },
  {
    name: 'account-end-session',
    open: async (page) => {
      await account(page, '?do=end-session:session-2')
      await dialog(page)
    },
  },
  {
    name: 'account-end-others',
    open: async (page) => {
      await account(page)
      await page.getByRole('button', { name: '다른 기기 모두 로그아웃' }).click()
      await dialog(page)
    },
  },
  {
    name: 'key-form',
    open: async (page) => {
      await account(page)
      await page.getByRole('button', { name: 'API 키 만들기' }).click()
      await page.getByLabel('키 이름').waitFor()
    },
  },
  {
    name: 'key-form-wrong',
    open: async (page) => {
      await account(page)
      await page.getByRole('button', { name: 'API 키 만들기' }).click()
      await page.getByLabel('내 방과 방의 대화 보기').uncheck()
      await page.getByRole('button', { name: '만들기', exact: true }).click()
      await page.getByText('키 이름을 적어 주세요.').waitFor()
    },
  },
  {
    name: 'key-shown',
    open: async (page) => {
      const made = {
        id: 'k',
        name: '표시기',
        hint: 'sbk_…Qm4x',
        scopes: ['rooms:read'],
        createdAt: '2026-11-20T01:00:00Z',
      }
      await refused(page, '**/api/auth/api-keys', 'POST', {
        status: 201,
        json: { ...made, key: 'sbk_8vK2pXzR5tLwY7nQc3HfJd6MbGs9Qm4x8vK2pXzR5tL' },
      })
      await account(page)
      await page.getByRole('button', { name: 'API 키 만들기' }).click()
      await page.getByLabel('키 이름').fill('표시기')
      await page.getByRole('button', { name: '만들기', exact: true }).click()
      await page.getByRole('button', { name: '키 복사' }).waitFor()
    },
  },
  {
    name: 'key-revoke',
    open: async (page) => {
      await account(page)
      await page.getByRole('button', { name: '회의실 표시기 폐기' }).click()
      await dialog(page)
    },
  },
  {
    name: 'account-delete',
    open: async (page) => {
      await account(page, '?do=delete')
      await page.getByRole('button', { name: '영원히 삭제' }).click()
      await dialog(page)
    },
  },
  { name: 'goodbye', open: (page) => page.goto('/goodbye') },
  {
    name: 'notices',
    open: async (page) => {
      await answer(page, '**/api/auth/session', {
        json: {
          signedIn: true,
          accountId: 'a',
          provider: 'kakao',
          expiresAt: new Date(Date.now() + 300_000).toISOString(),
          notices: [
            notice('n1', 'refresh-token-reused', { device: 'Firefox · Linux' }),
            notice('n2', 'identity-linked', { device: 'Chrome · Windows', provider: 'naver' }),
          ],
        },
      })
      await page.goto('/')
      await page.getByRole('heading', { name: '월요일 아침 모임' }).waitFor()
    },
  },
  {
    name: 'welcome',
    open: async (page) => {
      await newcomer(page)
      await page.goto(`/welcome?returnTo=${ROOM}`)
      await page.getByRole('button', { name: '시작하기' }).waitFor()
    },
  },
  {
    name: 'welcome-lapsed',
    open: async (page) => {
      await signedOut(page)
      await answer(page, '**/api/auth/proof', problem('proof-not-found', 404))
      await page.goto('/welcome')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'link',
    open: async (page) => {
      await newcomer(page)
      await page.goto('/account/link')
      await page.getByRole('button', { name: '연결하기', exact: true }).waitFor()
    },
  },
  {
    name: 'link-taken',
    open: async (page) => {
      await newcomer(page, { known: true })
      await refused(page, '**/api/auth/identities', 'POST', problem('identity-taken', 409))
      await page.goto('/account/link')
      await page.getByRole('button', { name: '연결하기', exact: true }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  fault('expired', 'sign-in-expired'),
  fault('misconfigured', 'sign-in-misconfigured'),
  fault('unavailable', 'provider-unavailable'),
  inside('kakaotalk', '카카오톡 안에서 열렸어요'),
  inside('instagram', '인스타그램 안에서 열렸어요'),
  inside('naver', '네이버 앱 안에서 열렸어요'),
]
