import type { LinkHealth, RemotePerson } from './engine'

export interface Person extends RemotePerson {
  mine: boolean
  screen: boolean
  speaking: boolean
  health: LinkHealth
}

/** A newcomer as known so far: their own announcement of a shared screen may come before or after. */
export function withPerson(people: readonly Person[], remote: RemotePerson): Person[] {
  const known = people.find((it) => it.connectionId === remote.connectionId)
  const person: Person = { mine: false, screen: false, speaking: false, health: 'good', ...known, ...remote }
  return known ? people.map((it) => (it === known ? person : it)) : [...people, person]
}

export function withChange(
  people: readonly Person[],
  connectionId: string,
  change: Partial<Person>,
): Person[] {
  return people.map((it) => (it.connectionId === connectionId ? { ...it, ...change } : it))
}

export function without(people: readonly Person[], connectionId: string): Person[] {
  return people.filter((it) => it.connectionId !== connectionId)
}

/** Whose picture fills the stage: somebody's shared screen, others' before one's own. */
export function featured(people: readonly Person[]): Person | undefined {
  const screens = people.filter((it) => it.screen && it.videoOn)
  return screens.filter((it) => !it.mine).at(-1) ?? screens.at(-1)
}
