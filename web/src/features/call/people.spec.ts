import { expect, it } from 'vitest'
import type { RemotePerson } from './engine'
import { featured, withChange, withPerson, without, type Person } from './people'

const remote = (id: string, more: Partial<RemotePerson> = {}): RemotePerson => ({
  connectionId: id,
  seatId: `seat-${id}`,
  accountId: `account-${id}`,
  displayName: id,
  audioOn: true,
  videoOn: true,
  ...more,
})
const roomOf = (...ids: string[]) => ids.reduce<Person[]>((people, id) => withPerson(people, remote(id)), [])

it('adds somebody once and keeps what is known of them', () => {
  const sharing = withChange(roomOf('a', 'b'), 'b', { screen: true, speaking: true })
  const muted = withPerson(sharing, remote('b', { audioOn: false }))
  expect(muted).toHaveLength(2)
  expect(muted[1]).toMatchObject({ audioOn: false, screen: true, speaking: true })
})

it('keeps the order in which people came, so that tiles do not jump', () => {
  const people = withPerson(roomOf('a', 'b', 'c'), remote('a', { videoOn: false }))
  expect(people.map((it) => it.connectionId)).toEqual(['a', 'b', 'c'])
  expect(without(people, 'b').map((it) => it.connectionId)).toEqual(['a', 'c'])
})

it('features the newest screen of somebody else before one’s own', () => {
  const me: Person = { ...roomOf('me')[0]!, mine: true, screen: true }
  const screens = withChange(withChange([me, ...roomOf('a', 'b')], 'a', { screen: true }), 'b', {
    screen: true,
  })
  expect(featured([me])?.connectionId).toBe('me')
  expect(featured(screens)?.connectionId).toBe('b')
})

it('features nobody whose screen is not on', () => {
  expect(featured(withChange(roomOf('a'), 'a', { screen: true, videoOn: false }))).toBeUndefined()
})
