import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'
import { addressOf, isOurs, restart } from '../suite.ts'

test.skip(!isOurs, 'needs a suite of its own that it may restart')

test('signalling that dies comes back by itself, and the pictures never stop', async ({ browser }) => {
  const [host, guest] = await Person.meet(browser)
  const frozen = await guest.watchesForFreezes()

  restart('gateway') // every WebSocket dies with it

  await host.isConnected()
  await guest.isConnected()
  await guest.says('아직 들려요?')
  await host.reads('아직 들려요?')
  await host.decodesFrom(1)
  await guest.decodesFrom(1)
  expect(await frozen()).toBeLessThan(1_000)
})

test('people find each other again after the media server was restarted', async ({ browser }) => {
  const [host, guest] = await Person.meet(browser)

  restart('media')

  await host.isConnected()
  await guest.isConnected()
  await host.sees(guest)
  await host.decodesFrom(1)
  await guest.decodesFrom(1)
})

test('a call goes on while room-service is restarted', async ({ browser }) => {
  const [host, guest] = await Person.meet(browser)
  restart('room-service')
  await host.decodesFrom(1)
  await guest.says('여전히 여기')
  await host.reads('여전히 여기')
})

test('nobody is refused while the registry is restarted', async ({ browser }) => {
  const host = await Person.arrives(browser, '서연')
  await host.signsIn('카카오')
  const answers = await host.asksAllTheTime('/api/rooms')

  restart('discovery')
  await expect.poll(registered).toEqual(['AUTH-SERVICE', 'GATEWAY', 'ROOM-SERVICE', 'USER-SERVICE'])

  const { asked, refused } = await answers()
  expect(asked).toBeGreaterThan(20)
  expect(refused).toEqual([])
})

/** Whom the registry knows, by name. */
async function registered(): Promise<string[]> {
  const answer = await fetch(`${addressOf('discovery')}/eureka/apps`, {
    headers: { Accept: 'application/json' },
  })
  const { applications } = await answer.json()
  return applications.application.map((it: { name: string }) => it.name).sort()
}
