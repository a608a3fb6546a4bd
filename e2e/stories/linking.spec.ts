import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'

test('a second provider is linked after a fresh sign-in and opens the same account', async ({ browser }) => {
  const person = await Person.arrives(browser, '이어진')
  await person.signsIn('카카오')
  await person.makesARoom('하나뿐인 계정')
  await person.opensTheirAccount()

  await person.part('로그인 방법').getByRole('button', { name: '네이버 연결', exact: true }).click()
  await person.presses('네이버로 가기')
  await person.agrees()
  await expect(person.page.getByRole('heading', { level: 1 })).toContainText('이어진')
  await person.presses('연결하기')
  await expect(person.part('로그인 방법').getByRole('button', { name: '네이버 연결 끊기' })).toBeVisible()

  const again = await Person.arrives(browser, '이어진')
  await again.signsIn('네이버')
  await again.page.goto('/')
  await expect(again.page.getByRole('link', { name: '하나뿐인 계정 들어가기' }).first()).toBeVisible()
})

test('who is new here may have come with the other provider, and ends up with one account', async ({ browser }) => {
  const before = await Person.arrives(browser, '두번째')
  await before.signsIn('카카오')
  await before.makesARoom('먼저 온 방')

  const again = await Person.arrives(browser, '두번째')
  await again.page.goto('/')
  await again.page
    .getByRole('link', { name: /네이버/ })
    .first()
    .click()
  await again.agrees()
  await expect(again.page).toHaveURL(/\/welcome/)
  await again.page.getByRole('link', { name: '카카오로 로그인해서 연결하기' }).click()
  await again.agrees()
  await again.presses('연결하기')
  await again.page.goto('/')
  await expect(again.page.getByRole('link', { name: '먼저 온 방 들어가기' }).first()).toBeVisible()
})

test('the same e-mail address at both providers never merges two people', async ({ browser }) => {
  const kakao = await Person.arrives(browser, '민준')
  await kakao.signsIn('카카오')
  const naver = await Person.arrives(browser, '하은') // who has the same address at Naver
  await naver.signsIn('네이버')
  const [first, second] = [await kakao.asks('GET', '/api/auth/session'), await naver.asks('GET', '/api/auth/session')]
  expect(first.body.accountId).toBeTruthy()
  expect(second.body.accountId).not.toBe(first.body.accountId)
})

test('a sign-in that opens another account is refused, and nothing moves', async ({ browser }) => {
  const other = await Person.arrives(browser, '임자')
  await other.signsIn('네이버')
  const owner = (await other.asks('GET', '/api/auth/session')).body.accountId

  const person = await Person.arrives(browser, '임자')
  await person.signsIn('카카오')
  await person.opensTheirAccount()
  await person.part('로그인 방법').getByRole('button', { name: '네이버 연결', exact: true }).click()
  await person.presses('네이버로 가기')
  await person.agrees()
  await person.presses('연결하기')
  await expect(person.page.getByText('이미 다른 사랑방 계정을 여는 로그인이에요')).toBeVisible()

  expect((await person.asks('GET', '/api/auth/identities')).body.identities).toHaveLength(1)
  expect((await other.asks('GET', '/api/auth/session')).body.accountId).toBe(owner)
})

test('the last way to sign in stays; any other goes, and its sessions with it', async ({ browser }) => {
  const person = await Person.arrives(browser, '하나만')
  await person.signsIn('카카오')
  const [only] = (await person.asks('GET', '/api/auth/identities')).body.identities
  expect(await person.asks('DELETE', `/api/auth/identities/${only.id}`)).toMatchObject({
    status: 409,
    body: { type: '/problems/last-identity' },
  })

  await person.opensTheirAccount()
  await person.part('로그인 방법').getByRole('button', { name: '네이버 연결', exact: true }).click()
  await person.presses('네이버로 가기')
  await person.agrees()
  await person.presses('연결하기')
  const elsewhere = await Person.arrives(browser, '하나만')
  await elsewhere.signsIn('네이버')

  await person.part('로그인 방법').getByRole('button', { name: '네이버 연결 끊기' }).click()
  await person.page.getByRole('alertdialog').getByRole('button', { name: '연결 끊기' }).click()
  await expect(person.part('로그인 방법').getByRole('button', { name: '네이버 연결', exact: true })).toBeVisible()
  await expect.poll(async () => (await elsewhere.asks('GET', '/api/rooms')).status, { timeout: 2_000 }).toBe(401)
  expect((await person.asks('GET', '/api/rooms')).status).toBe(200)
})
