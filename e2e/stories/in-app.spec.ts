import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'

const ANDROID =
  'Mozilla/5.0 (Linux; Android 14; SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36'
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'

const apps = [
  {
    app: '카카오톡',
    userAgent: `${ANDROID} KAKAOTALK 11.2.0`,
    opens: /^kakaotalk:\/\/web\/openExternal\?url=http.*%2Fr%2Fkfm-wqtz-hbp$/,
  },
  {
    app: '카카오톡',
    userAgent: `${IPHONE} KAKAOTALK 11.2.0`,
    opens: /^kakaotalk:\/\/web\/openExternal\?url=http.*%2Fr%2Fkfm-wqtz-hbp$/,
  },
  {
    app: '네이버 앱',
    userAgent: `${ANDROID} NAVER(inapp; search; 2000; 12.8.2)`,
    opens: /^intent:\/\/.*\/r\/kfm-wqtz-hbp#Intent;scheme=http/,
  },
  { app: '네이버 앱', userAgent: `${IPHONE} NAVER(inapp; search; 2000; 12.8.2; 15PRO)`, opens: undefined },
  {
    app: '인스타그램',
    userAgent: `${ANDROID} Instagram 350.0.0.0 Android`,
    opens: /^intent:\/\/.*\/r\/kfm-wqtz-hbp#Intent;scheme=http/,
  },
  { app: '인스타그램', userAgent: `${IPHONE} Instagram 350.0.0.0`, opens: undefined },
  { app: '라인', userAgent: `${IPHONE} Safari Line/14.18.0`, opens: /\/r\/kfm-wqtz-hbp\?openExternalBrowser=1$/ },
]

for (const { app, userAgent, opens } of apps) {
  test(`in ${app} (${/Android/.test(userAgent) ? 'Android' : 'iPhone'}) a room link says how to leave`, async ({
    browser,
  }) => {
    const person = await Person.arrives(browser, '서연', { userAgent })
    await person.opens('/r/kfm-wqtz-hbp?from=somewhere')

    await expect(person.page.getByRole('heading', { name: `${app} 안에서 열렸어요` })).toBeVisible()
    const link = person.page.getByRole('link', { name: '기본 브라우저로 열기' })
    if (opens) await expect(link).toHaveAttribute('href', opens)
    else {
      await expect(link).toHaveCount(0)
      await expect(person.page.getByText('이렇게 열어 주세요')).toBeVisible()
    }
    await expect(person.page).toHaveURL(/\/r\/kfm-wqtz-hbp/) // nothing happens before a click

    await person.presses('여기서 계속하기')
    await expect(person.page.getByRole('link', { name: /카카오/ }).first()).toBeVisible()
  })
}

test('other browsers go straight to the sign-in', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연', { userAgent: `${ANDROID}` })
  await person.opens('/r/kfm-wqtz-hbp')
  await expect(person.page.getByRole('link', { name: /카카오/ }).first()).toBeVisible()
})
