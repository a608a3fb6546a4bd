import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'

test('somebody who refuses consent is told so and may try again', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  await person.page.goto('/')
  await person.page.getByRole('link', { name: /카카오/ }).click()
  await person.presses('취소')
  await expect(person.page.getByRole('alert')).toContainText('동의를 취소했어요')
  await person.signsIn('카카오')
})

test('a room that is gone says so', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연')
  await person.signsIn('카카오')
  await person.opens('/r/zzz-zzzz-zzz')
  await expect(person.page.getByText('이런 방이 없어요')).toBeVisible()
})

test('a full room says so and lets nobody in', async ({ browser }) => {
  const [host, guest, late] = [
    await Person.arrives(browser, '서연'),
    await Person.arrives(browser, '도윤'),
    await Person.arrives(browser, '민준'),
  ]
  await host.signsIn('카카오')
  const link = await host.makesARoom('둘만의 방', 2)
  await host.joins()
  await guest.opens(link)
  await guest.signsIn('네이버')
  await guest.joins()
  await late.opens(link)
  await late.signsIn('카카오')
  await late.presses('참여하기')
  await expect(late.page.getByText('자리가 다 찼어요')).toBeVisible()
})

test('without a camera one is told what to do and may still join', async ({ browser }) => {
  const person = await Person.arrives(browser, '서연', { permissions: [] })
  await person.page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('denied', 'NotAllowedError')
    }
  })
  await person.signsIn('카카오')
  await person.makesARoom('조용한 방')
  await expect(person.page.getByText(/카메라.*사용이 막혀 있어요/).first()).toBeVisible()
  await person.joins()
})

test('a room deleted while people are in it ends their call with a reason', async ({ browser }) => {
  const [host, guest] = await Person.meet(browser)
  const code = new URL(guest.page.url()).pathname.split('/').pop()
  const answer = await host.page.evaluate(
    (it) =>
      fetch(`/api/rooms/${it}`, { method: 'DELETE', headers: { 'X-Requested-With': 'sarangbang' } }).then(
        (r) => r.status,
      ),
    code,
  )
  expect(answer).toBe(204)
  await expect(guest.page.getByText('이 방은 지워졌어요').first()).toBeVisible()
})
