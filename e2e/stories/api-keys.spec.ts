import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'

test('a program works with a key, within its scopes, until the key is revoked', async ({
  browser,
  playwright,
  baseURL,
}) => {
  const person = await Person.arrives(browser, '개발자')
  await person.signsIn('카카오')
  await person.makesARoom('프로그램이 보는 방')
  await person.opensTheirAccount()
  const keys = person.part('API 키')
  await keys.getByRole('button', { name: 'API 키 만들기' }).click()
  await person.page.getByLabel('키 이름').fill('회의실 표시기')
  await person.page.getByRole('checkbox', { name: '내 방과 방의 대화 보기' }).check()
  await person.page.getByRole('dialog').getByRole('button', { name: '만들기', exact: true }).click()
  const key = await person.page.getByLabel('새 API 키').inputValue()
  expect(key).toMatch(/^sbk_/)
  await person.presses('안전한 곳에 옮겼어요')
  await expect(person.page.getByText(key)).toHaveCount(0)

  const program = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { Authorization: `Bearer ${key}` } })
  const rooms = await program.get('/api/rooms')
  expect(rooms.status()).toBe(200)
  expect((await rooms.json()).rooms[0].title).toBe('프로그램이 보는 방')
  const refused = await program.post('/api/rooms', { data: { title: '만들 수 없는 방' } })
  expect(refused.status()).toBe(403)
  expect(await refused.json()).toMatchObject({ type: '/problems/insufficient-scope', scope: 'rooms:write' })
  expect((await program.get('/api/auth/sessions')).status()).toBe(403)

  await person.page.reload()
  await keys.getByRole('button', { name: '회의실 표시기 폐기' }).click()
  await person.page.getByRole('alertdialog').getByRole('button', { name: '폐기' }).click()
  await expect.poll(async () => (await program.get('/api/rooms')).status(), { timeout: 2_000 }).toBe(401)
  await expect(person.part('최근 활동').getByText('API 키를 폐기했어요')).toBeVisible()
  await program.dispose()
})
