import { expect, it } from 'vitest'
import { externalUrl, inAppBrowser } from './inAppBrowser'

const url = 'https://sarangbang.example/r/kfm-wqtz-hbp'

it.each([
  ['Mozilla/5.0 (Linux; Android 15) Chrome/130 Mobile KAKAOTALK 25.1', 'kakaotalk'],
  ['Mozilla/5.0 (iPhone) NAVER(inapp; search; 1000; 12.5)', 'naver'],
  ['Mozilla/5.0 (iPhone) Instagram 300.0', 'instagram'],
  ['Mozilla/5.0 (iPhone) Safari Line/13.2', 'line'],
  ['Mozilla/5.0 (X11; Linux) Chrome/130 Safari/537.36', undefined],
])('recognises %s', (userAgent, app) => {
  expect(inAppBrowser(userAgent)).toBe(app)
})

it('keeps the room on the way out', () => {
  expect(externalUrl('kakaotalk', url, '')).toBe(
    `kakaotalk://web/openExternal?url=${encodeURIComponent(url)}`,
  )
  expect(externalUrl('line', url, '')).toBe(`${url}?openExternalBrowser=1`)
  expect(externalUrl('instagram', url, 'Android')).toMatch(
    /^intent:\/\/sarangbang\.example\/r\/kfm-wqtz-hbp#Intent;/,
  )
})

it('knows no way out of some apps on iPhones', () => {
  expect(externalUrl('instagram', url, 'iPhone')).toBeUndefined()
})
