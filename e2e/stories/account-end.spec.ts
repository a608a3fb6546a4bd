import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'
import { isOurs, standsStill } from '../suite.ts'

async function deletesTheirAccount(person: Person) {
  await person.opensTheirAccount()
  await person.page.getByRole('button', { name: '계정 삭제하기' }).click()
  await person.page.getByLabel('확인 문구').fill('계정 삭제')
  await person.presses('영원히 삭제')
  await expect(person.page).toHaveURL('/goodbye')
}

test('what is known about a person comes as one file', async ({ browser }) => {
  const person = await Person.arrives(browser, '꼼꼼이')
  await person.signsIn('카카오')
  await person.makesARoom('내보낼 방')
  await person.joins()
  await person.says('내보낼 말')
  await person.reads('내보낼 말')
  await person.leaves()
  await person.opensTheirAccount()

  const download = person.page.waitForEvent('download')
  await person.presses('내 정보 내려받기')
  const file = JSON.parse(await readFile((await (await download).path())!, 'utf8'))

  expect(file.profile.displayName).toBe('꼼꼼이')
  expect(file.account.identities).toEqual([expect.objectContaining({ provider: 'kakao' })])
  expect(file.rooms.rooms).toEqual([expect.objectContaining({ title: '내보낼 방' })])
  expect(file.rooms.messages).toEqual([expect.objectContaining({ text: '내보낼 말' })])
  await expect(person.part('최근 활동').getByText('내 정보를 내려받았어요')).toBeVisible()
})

test('a deleted account ends everywhere: sessions, rooms, messages, the call that is on', async ({ browser }) => {
  const leaving = await Person.arrives(browser, '떠나는이')
  await leaving.signsIn('카카오')
  const before = (await leaving.asks('GET', '/api/auth/session')).body.accountId
  const link = await leaving.makesARoom('곧 없어질 방')
  await leaving.joins()
  const guest = await Person.arrives(browser, '남는이')
  await guest.opens(link)
  await guest.signsIn('네이버')
  await guest.joins()
  await guest.sees(leaving)

  const elsewhere = await Person.arrives(browser, '떠나는이')
  await elsewhere.signsIn('카카오')
  await deletesTheirAccount(elsewhere)

  await expect.poll(async () => (await leaving.asks('GET', '/api/rooms')).status, { timeout: 2_000 }).toBe(401)
  await expect(guest.page.getByText('이 방은 지워졌어요').first()).toBeVisible()
  const again = await Person.arrives(browser, '떠나는이')
  await again.signsIn('카카오')
  expect((await again.asks('GET', '/api/auth/session')).body.accountId).not.toBe(before)
  expect((await again.asks('GET', '/api/rooms')).body.rooms).toEqual([])
})

for (const service of ['auth-service', 'room-service']) {
  test(`a deletion is carried out although ${service} stands still meanwhile`, async ({ browser }) => {
    test.skip(!isOurs, 'needs a suite of its own that it may hurt')
    const person = await Person.arrives(browser, `떠나는 ${service}`)
    await person.signsIn('카카오')
    const code = (await person.makesARoom('남으면 안 되는 방')).split('/').pop()
    const other = await Person.arrives(browser, '지켜보는이')
    await other.signsIn('네이버')

    const goesOn = standsStill(service)
    try {
      expect((await person.asks('DELETE', '/api/users/me')).status).toBe(202)
    } finally {
      goesOn()
    }

    await expect.poll(async () => (await person.asks('GET', '/api/rooms')).status, { timeout: 30_000 }).toBe(401)
    await expect.poll(async () => (await other.asks('GET', `/api/rooms/${code}`)).status, { timeout: 30_000 }).toBe(404)
  })
}
