import { type Browser, type BrowserContext, expect } from '@playwright/test'
import { Person, test } from '../people.ts'
import { containers, restart, standsStill } from './stack.ts'

test.describe.configure({ mode: 'serial', timeout: 180_000 }) // a JVM that starts on a busy machine takes its time

type Cookies = Awaited<ReturnType<BrowserContext['storageState']>>
const signedIn = new Map<string, Cookies>()
let link = ''

/** Somebody who signed in before, in the browser that they had then. */
async function returns(browser: Browser, name: string) {
  return Person.arrives(browser, name, { storageState: signedIn.get(name) })
}

/** Sessions go on with the next person who has these cookies. */
async function keeps(person: Person) {
  signedIn.set(person.name, await person.page.context().storageState())
}

/** The service behind an address answers again; right after a restart the gateway may not know it yet. */
async function answers(person: Person, path: string) {
  const status = async () => (await person.asks('GET', path).catch(() => undefined))?.status
  await expect.poll(status, { timeout: 30_000 }).toBe(200)
}

async function meet(host: Person, guest: Person) {
  await host.opens(link)
  await host.joins()
  await guest.opens(link)
  await guest.joins()
  await host.sees(guest)
  await host.decodesFrom(1)
  await guest.decodesFrom(1)
}

test('a Kakao host and a Naver guest see and hear each other', async ({ browser }) => {
  await standsStill()
  const host = await Person.arrives(browser, '서연')
  await host.signsIn('카카오')
  link = await host.makesARoom('사랑방 첫 모임')
  const guest = await Person.arrives(browser, '도윤')
  await guest.signsIn('네이버')
  await meet(host, guest)
  await host.says('어서 오세요')
  await guest.reads('어서 오세요')
  await keeps(host)
  await keeps(guest)
})

for (const container of containers()) {
  test(`after a restart of ${container} they meet again, and nothing is lost`, async ({ browser }) => {
    await restart(container)
    const [host, guest] = [await returns(browser, '서연'), await returns(browser, '도윤')]
    await host.opens('/')
    for (const path of ['/api/auth/providers', '/api/users/me', '/api/rooms']) await answers(host, path)
    await host.page.reload()
    await expect(host.page.getByRole('link', { name: '사랑방 첫 모임 들어가기' })).toBeVisible()
    await meet(host, guest)
    await guest.reads('어서 오세요')
    await keeps(host)
    await keeps(guest)
  })
}
