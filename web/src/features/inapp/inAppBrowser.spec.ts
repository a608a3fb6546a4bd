import { describe, expect, it } from 'vitest'
import { externalUrl, inAppBrowser, onAndroid } from './inAppBrowser'

const room = 'https://sarangbang.example/r/kfm-wqtz-hbp'
const webView = 'AppleWebKit/605.1.15 (KHTML, like Gecko)'
const iPhone = `Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) ${webView}`
const galaxy =
  'Mozilla/5.0 (Linux; Android 14; SM-S921N Build/UP1A.231005.007; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0.6613.127 Mobile Safari/537.36'

const apps = [
  ['KakaoTalk on iPhone', `${iPhone} Mobile/15E148 KAKAOTALK 10.8.5`, 'kakaotalk'],
  ['KakaoTalk on Android', `${galaxy} KAKAOTALK/10.8.5 (INAPP)`, 'kakaotalk'],
  ['KakaoTalk of 2025', `${galaxy};KAKAOTALK 2510500`, 'kakaotalk'],
  ['Naver on iPhone', `${iPhone} Mobile/20F66 NAVER(inapp; search; 2000; 12.5.5)`, 'naver'],
  [
    'Naver on iPhone that says Safari',
    `${iPhone} Version/18.4 Mobile/15E148 Safari/605.1 NAVER(inapp; search; 2000; 12.13.0; 16PROMAX)`,
    'naver',
  ],
  ['Naver on Android', `${galaxy} NAVER(inapp; search; 2000; 12.10.1)`, 'naver'],
  [
    'Naver on Android with its own engine',
    'Mozilla/5.0 (Linux; Android 11; SM-A908N Build/RP1A.200720.012; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/80.0.3987.163 Whale/1.0.0.0 Crosswalk/25.80.14.29 Mobile Safari/537.36 NAVER(inapp; search; 1000; 11.6.7)',
    'naver',
  ],
  [
    'Instagram on iPhone',
    `${iPhone} Mobile/15E148 Instagram 352.0.0.25.86 (iPhone15,2; iOS 18_0; ko_KR; ko; scale=3.00; 1179x2556; 652000000)`,
    'instagram',
  ],
  [
    'Instagram on Android',
    `${galaxy} Instagram 334.0.0.42.95 Android (34/14; 480dpi; 1080x2340; samsung; SM-S921N; e1s; s5e9945; ko_KR; 605682034)`,
    'instagram',
  ],
  ['LINE on iPhone', `${iPhone} Mobile/15E148 Safari Line/14.9.0`, 'line'],
  ['LINE on Android', `${galaxy} Line/14.10.0/IAB`, 'line'],
  [
    'Facebook on iPhone',
    `${iPhone} Mobile/15E148 [FBAN/FBIOS;FBAV/485.0.0.43.107;FBDV/iPhone15,2;FBMD/iPhone;FBSN/iOS;FBSV/18.0;FBLC/ko_KR]`,
    'facebook',
  ],
  ['Facebook on Android', `${galaxy} [FB_IAB/FB4A;FBAV/255.0.0.33.121;]`, 'facebook'],
] as const

const browsers = [
  [
    'Chrome',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  ],
  ['Safari on iPhone', `${iPhone} Version/18.6 Mobile/15E148 Safari/604.1`],
  [
    'Samsung Internet',
    'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921N) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36',
  ],
  [
    'Whale',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Whale/4.35.351.16 Safari/537.36',
  ],
  ['Firefox on Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0'],
] as const

describe('the browser inside', () => {
  it.each(apps)('%s is recognised', (_, userAgent, app) => expect(inAppBrowser(userAgent)).toBe(app))
  it.each(browsers)('no app is %s', (_, userAgent) => expect(inAppBrowser(userAgent)).toBeUndefined())
})

describe('the way out of', () => {
  it('KakaoTalk is its own scheme, on every phone', () => {
    const scheme = 'kakaotalk://web/openExternal?url=https%3A%2F%2Fsarangbang.example%2Fr%2Fkfm-wqtz-hbp'
    expect(externalUrl('kakaotalk', room, iPhone)).toBe(scheme)
    expect(externalUrl('kakaotalk', room, galaxy)).toBe(scheme)
  })

  it('LINE is a word in the address', () => {
    expect(externalUrl('line', room, iPhone)).toBe(`${room}?openExternalBrowser=1`)
  })

  it.each(['naver', 'instagram', 'facebook'] as const)('%s on Android is an intent for Chrome', (app) => {
    expect(externalUrl(app, room, galaxy)).toBe(
      'intent://sarangbang.example/r/kfm-wqtz-hbp#Intent;scheme=https;package=com.android.chrome;end',
    )
  })

  it('an intent keeps the port and scheme of a site that is tried out', () => {
    expect(externalUrl('naver', 'http://192.168.0.7:8080/r/abc', galaxy)).toBe(
      'intent://192.168.0.7:8080/r/abc#Intent;scheme=http;package=com.android.chrome;end',
    )
  })

  it.each(['naver', 'instagram', 'facebook'] as const)('%s on iPhone is its menu only', (app) => {
    expect(externalUrl(app, room, iPhone)).toBeUndefined()
  })
})

it('tells an Android phone from an iPhone', () => {
  expect([onAndroid(galaxy), onAndroid(iPhone)]).toEqual([true, false])
})
