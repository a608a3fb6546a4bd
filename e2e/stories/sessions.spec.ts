import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'

/** The same person in so many browsers. */
async function inBrowsers(browser: import('@playwright/test').Browser, name: string, howMany: number) {
  const all: Person[] = []
  for (let n = 0; n < howMany; n++) {
    const person = await Person.arrives(browser, name)
    await person.signsIn('카카오')
    all.push(person)
  }
  return all
}

test('a session ended from elsewhere is out within two seconds', async ({ browser }) => {
  const [here, there] = await inBrowsers(browser, '두기기', 2)
  await here.opensTheirAccount()
  const devices = here.part('로그인한 기기')
  await expect(devices.getByText('지금 이 기기')).toBeVisible()

  await devices
    .getByRole('button', { name: /로그아웃$/ })
    .first()
    .click()
  await here.page.getByRole('alertdialog').getByRole('button', { name: '로그아웃' }).click()
  await expect(here.page.getByText('그 기기에서 로그아웃했어요')).toBeVisible()

  await expect.poll(async () => (await there.asks('GET', '/api/rooms')).status, { timeout: 2_000 }).toBe(401)
  expect((await here.asks('GET', '/api/rooms')).status).toBe(200)
  await there.page.goto('/')
  await expect(there.page.getByRole('link', { name: /카카오/ }).first()).toBeVisible()
})

test('all others are ended at once, and the list says so', async ({ browser }) => {
  const [here, ...others] = await inBrowsers(browser, '세기기', 3)
  await here.opensTheirAccount()
  await here.part('로그인한 기기').getByRole('button', { name: '다른 기기 모두 로그아웃' }).click()
  await here.page
    .getByRole('alertdialog')
    .getByRole('button', { name: /로그아웃/ })
    .click()
  await expect(here.page.getByText('다른 로그인 2개를 끝냈어요')).toBeVisible()
  for (const other of others) {
    await expect.poll(async () => (await other.asks('GET', '/api/rooms')).status, { timeout: 2_000 }).toBe(401)
  }
  await expect(here.part('로그인한 기기').getByText('다른 기기에는 로그인되어 있지 않아요.')).toBeVisible()
  await expect(here.part('최근 활동').getByText('다른 기기를 모두 로그아웃했어요')).toBeVisible()
})

test('a copied sign-in ends for thief and owner, and the owner is told at the next sign-in', async ({ browser }) => {
  const [owner] = await inBrowsers(browser, '도난', 1)
  const stolen = await owner.page.context().cookies()
  expect((await owner.asks('POST', '/api/auth/refresh')).status).toBe(204)

  const thief = await Person.arrives(browser, '도난')
  await thief.page.goto('/sign-in')
  // Within the grace for parallel tabs the old token still leads to the new one; after it, it betrays the thief.
  await expect
    .poll(
      async () => {
        await thief.page.context().addCookies(stolen)
        return (await thief.asks('POST', '/api/auth/refresh')).status
      },
      { timeout: 30_000 },
    )
    .toBe(401)
  await expect.poll(async () => (await owner.asks('GET', '/api/rooms')).status, { timeout: 2_000 }).toBe(401)

  await owner.page.context().clearCookies()
  await owner.page.goto('/')
  await owner.signsIn('카카오')
  await expect(owner.page.getByText('복사된 로그인이 쓰여서 우리가 끝냈어요')).toBeVisible()
  await owner.page.getByRole('button', { name: '확인했어요' }).click()
  await expect(owner.page.getByText('복사된 로그인이 쓰여서 우리가 끝냈어요')).toHaveCount(0)
  await owner.opensTheirAccount()
  await expect(owner.part('최근 활동').getByText('복사된 로그인이 쓰여서 그 로그인을 끝냈어요')).toBeVisible()
})

test('fifty refreshes at once sign nobody out', async ({ browser }) => {
  const [person] = await inBrowsers(browser, '여러탭', 1)
  const answers = await person.page.evaluate(() =>
    Promise.all(
      Array.from({ length: 50 }, () =>
        fetch('/api/auth/refresh', { method: 'POST', headers: { 'X-Requested-With': 'sarangbang' } }).then(
          (it) => it.status,
        ),
      ),
    ),
  )
  expect(new Set(answers)).toEqual(new Set([204]))
  expect((await person.asks('GET', '/api/rooms')).status).toBe(200)
  expect((await person.asks('POST', '/api/auth/refresh')).status).toBe(204)
})
