import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'

test('a Kakao host and a Naver guest see and hear each other', async ({ browser }) => {
  const host = await Person.arrives(browser, '서연')
  await host.signsIn('카카오')
  const link = await host.makesARoom('사랑방 첫 모임')
  await host.joins()

  const guest = await Person.arrives(browser, '도윤')
  await guest.opens(link)
  await guest.signsIn('네이버')
  await expect(guest.page).toHaveURL(link)
  await guest.joins()

  await host.sees(guest)
  await guest.sees(host)
  await host.decodesFrom(1)
  await guest.decodesFrom(1)

  await host.says('어서 오세요')
  await guest.reads('어서 오세요')
  await guest.says('반갑습니다')
  await host.reads('반갑습니다')
  await guest.page.reload()
  await guest.joins()
  await guest.reads('어서 오세요')
  await guest.reads('반갑습니다')
  await guest.decodesFrom(1)
})

test('muting shows on the other side, and so does a shared screen', async ({ browser }) => {
  const [host, guest] = await Person.meet(browser)

  await host.presses('마이크 끄기')
  await expect(guest.tileOf(host).getByLabel('마이크 꺼짐')).toBeVisible()
  await host.presses('마이크 켜기')
  await expect(guest.tileOf(host).getByLabel('마이크 꺼짐')).toHaveCount(0)

  await host.presses('카메라 끄기')
  await guest.presses('참가자')
  await expect(guest.page.getByLabel('카메라 꺼짐')).toBeVisible()
  await host.presses('카메라 켜기')
  await expect(guest.page.getByLabel('카메라 꺼짐')).toHaveCount(0)
  await guest.decodesFrom(1)

  await host.presses('화면 공유')
  await expect(guest.page.getByLabel('서연 화면 공유')).toBeVisible()
  await guest.decodesFrom(1)
  await host.presses('화면 공유 중지')
  await expect(guest.page.getByLabel('서연 화면 공유')).toHaveCount(0)
  await guest.decodesFrom(1)
})

test('a third person joins, and one who vanishes is gone within 12 seconds', async ({ browser }) => {
  const [host, guest, third] = await Person.meet(browser, 3)
  await host.decodesFrom(2)
  await guest.decodesFrom(2)
  await third.decodesFrom(2)

  await third.vanishes()
  await Promise.all([host.noLongerSees(third, 12_000), guest.noLongerSees(third, 12_000)])
  await host.decodesFrom(1)

  await guest.leaves()
  await host.noLongerSees(guest, 2_000)
})
