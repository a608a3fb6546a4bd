import { answer, problem, signedOut } from './screens-answers.mjs'

const ROOM = '/r/kfm-wqtz-hbp'

async function lobby(page, query = '') {
  await page.goto(`${ROOM}${query}`)
  await page.getByRole('button', { name: /참여하기|Join/ }).waitFor()
}

async function call(page, query = '') {
  await lobby(page, query)
  await page.getByRole('button', { name: /참여하기|Join/ }).click()
  await page.getByRole('button', { name: /^(나가기|Leave)$/ }).waitFor()
  await page.waitForTimeout(600)
}

const emit = (page, method, ...args) =>
  page.evaluate(([name, values]) => window.mockedCall[name](...values), [method, args])

async function refusedDevices(page, name) {
  await page.addInitScript((errorName) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', errorName))
  }, name)
  await lobby(page)
}

async function checked(page, query, start = '검사 시작') {
  await page.goto(`/check${query}`)
  await page.getByRole('button', { name: start }).click()
  await page.locator('[data-verdict]').waitFor()
}

function checks(all) {
  return all.map(([name, query]) => ({ name, whole: true, open: (page) => checked(page, query) }))
}

export const screens = [
  {
    name: 'sign-in',
    open: async (page) => {
      await signedOut(page)
      await page.goto('/')
      await page.getByRole('link', { name: '카카오 로그인' }).waitFor()
    },
  },
  {
    name: 'sign-in-en',
    locale: 'en-US',
    open: async (page) => {
      await signedOut(page)
      await page.goto('/')
      await page.getByRole('link', { name: 'Login with Kakao' }).waitFor()
    },
  },
  {
    name: 'sign-in-problem',
    open: async (page) => {
      await signedOut(page)
      await page.goto(`/sign-in?problem=sign-in-denied&provider=kakao&returnTo=${ROOM}`)
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'check', open: (page) => page.goto('/check') },
  ...checks([
    ['check-fine', ''],
    ['check-443', '?udp=blocked'],
    ['check-dead', '?signalling=dead'],
  ]),
  {
    name: 'check-denied',
    whole: true,
    open: async (page) => {
      await page.addInitScript(() => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))
      })
      await checked(page, '')
    },
  },
  {
    name: 'check-asking',
    open: async (page) => {
      await page.addInitScript(() => (navigator.mediaDevices.getUserMedia = () => new Promise(() => {})))
      await page.goto('/check')
      await page.getByRole('button', { name: '검사 시작' }).click()
      await page.getByRole('button', { name: '카메라와 마이크 건너뛰기' }).waitFor()
    },
  },
  {
    name: 'check-en',
    locale: 'en-US',
    whole: true,
    open: (page) => checked(page, '?udp=blocked', 'Start the test'),
  },
  {
    name: 'rooms',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('heading', { name: '월요일 아침 모임' }).waitFor()
    },
  },
  {
    name: 'rooms-empty',
    open: async (page) => {
      await answer(page, '**/api/rooms?*', { json: { rooms: [], more: false } })
      await page.goto('/')
      await page.getByRole('button', { name: '첫 방 만들기' }).waitFor()
    },
  },
  {
    name: 'rooms-failed',
    open: async (page) => {
      await answer(page, '**/api/rooms?*', problem('service-unavailable', 503))
      await page.goto('/')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'room-form',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: '방 만들기' }).click()
      await page.getByRole('button', { name: '만들기', exact: true }).click()
    },
  },
  {
    name: 'room-menu',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: '월요일 아침 모임 더 보기' }).click()
    },
  },
  {
    name: 'room-delete',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: '월요일 아침 모임 더 보기' }).click()
      await page.getByRole('menuitem', { name: '방 지우기' }).click()
      await page.getByRole('alertdialog').waitFor()
    },
  },
  {
    name: 'settings',
    open: async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: '내 메뉴' }).click()
      await page.getByRole('menuitem', { name: '설정' }).click()
      await page.getByLabel('보이는 이름').waitFor()
    },
  },
  { name: 'lobby', open: (page) => lobby(page) },
  { name: 'lobby-denied', open: (page) => refusedDevices(page, 'NotAllowedError') },
  { name: 'lobby-none', open: (page) => refusedDevices(page, 'NotFoundError') },
  {
    name: 'lobby-insecure',
    open: async (page) => {
      await page.addInitScript(() => Object.defineProperty(window, 'isSecureContext', { value: false }))
      await lobby(page)
    },
  },
  {
    name: 'lobby-full',
    open: async (page) => {
      await page.route('**/seats', (route) =>
        route.request().method() === 'POST'
          ? route.fulfill(problem('room-full', 409, { capacity: 4 }))
          : route.continue(),
      )
      await lobby(page)
      await page.getByRole('button', { name: '참여하기' }).click()
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'lobby-in-kakaotalk',
    context: {
      userAgent:
        'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36 KAKAOTALK 25.1',
    },
    open: async (page) => {
      await page.goto(ROOM)
      await page.getByRole('button', { name: '여기서 계속하기' }).click()
      await page.getByRole('button', { name: '참여하기' }).waitFor()
    },
  },
  {
    name: 'room-missing',
    open: async (page) => {
      await page.goto('/r/zzz-zzzz-zzz')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'server-broken',
    open: async (page) => {
      await answer(page, '**/api/auth/session', problem('internal-error', 500))
      await page.goto('/')
      await page.getByRole('alert').waitFor()
    },
  },
  { name: 'not-found', open: (page) => page.goto('/nowhere') },
  { name: 'call', open: (page) => call(page) },
  { name: 'call-en', locale: 'en-US', open: (page) => call(page) },
  { name: 'call-alone', open: (page) => call(page, '?people=0') },
  { name: 'call-twelve', open: (page) => call(page, '?people=11') },
  { name: 'call-screen', open: (page) => call(page, '?people=4&screen=1') },
  {
    name: 'call-chat',
    open: async (page) => {
      await call(page)
      await page.getByRole('button', { name: /^(채팅|Chat)/ }).click()
      await page.getByRole('textbox').fill('저도 잘 들려요. 자료 고맙습니다!')
      await page.keyboard.press('Enter')
      await page.route('**/messages', (route) => route.abort())
      await page.getByRole('textbox').fill('이 말은 아직 못 갔어요')
      await page.keyboard.press('Enter')
      await page.getByText('보내지 못했어요.').waitFor()
    },
  },
  {
    name: 'call-people',
    open: async (page) => {
      await call(page)
      await page.getByRole('button', { name: '참가자', exact: true }).click()
    },
  },
  {
    name: 'call-muted',
    open: async (page) => {
      await call(page)
      await page.keyboard.press('m')
      await page.keyboard.press('v')
    },
  },
  {
    name: 'call-devices',
    open: async (page) => {
      await call(page)
      await page.getByRole('button', { name: '장치 설정' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'call-shortcuts',
    open: async (page) => {
      await call(page)
      await page.keyboard.press('Shift+Slash')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'call-reconnecting',
    open: async (page) => {
      await call(page)
      await emit(page, 'reconnecting')
      await page.getByRole('alert').waitFor()
    },
  },
  {
    name: 'call-rejoining',
    open: async (page) => {
      await call(page)
      await page.route('**/seats', (route) => route.fulfill(problem('media-server-unreachable', 503)))
      await emit(page, 'disconnected', 'networkDisconnect')
      await page.getByText('미디어 서버가 응답하지 않아요').waitFor()
    },
  },
  {
    name: 'over-left',
    open: async (page) => {
      await call(page)
      await page.getByRole('button', { name: '나가기', exact: true }).click()
      await page.getByRole('button', { name: '다시 참여하기' }).waitFor()
    },
  },
  {
    name: 'over-room-gone',
    open: async (page) => {
      await call(page)
      await answer(page, '**/api/rooms/kfm-wqtz-hbp', problem('room-not-found', 404))
      await emit(page, 'disconnected', 'sessionClosedByServer')
      await page.getByRole('heading', { name: '이 방은 지워졌어요' }).waitFor()
    },
  },
]
