import { onScopeDispose, ref, type ShallowRef } from 'vue'
import type { OwnSeat } from './api'
import type { CallEngine, RemotePerson } from './engine'
import { withChange, withPerson, without, type Person } from './people'

const EVERY = 250
const LOUD = 0.03
/** Somebody stays highlighted through the pauses between words. */
const HANGOVER = 900

/** Everybody in the call, oneself first, with who speaks and whose pictures do not arrive. */
export function usePeople(engine: ShallowRef<CallEngine | undefined>) {
  const people = ref<Person[]>([])
  const announcements = new Map<string, boolean>()
  const loudAt = new Map<string, number>()
  let timer: ReturnType<typeof setInterval> | undefined

  function enter(seat: OwnSeat, connectionId: string): void {
    const me: Person = {
      connectionId,
      seatId: seat.seatId,
      accountId: '',
      displayName: seat.displayName,
      mine: true,
      audioOn: false,
      videoOn: false,
      screen: false,
      speaking: false,
      health: 'good',
    }
    people.value = [me, ...people.value.filter((it) => !it.mine)]
    timer ??= setInterval(look, EVERY)
  }

  /** Answers whether this is somebody new. */
  function changed(remote: RemotePerson): boolean {
    const isNew = !people.value.some((it) => it.connectionId === remote.connectionId)
    people.value = withPerson(people.value, remote)
    const screen = announcements.get(remote.connectionId)
    if (isNew && screen !== undefined)
      people.value = withChange(people.value, remote.connectionId, { screen })
    return isNew
  }

  function left(connectionId: string): void {
    announcements.delete(connectionId)
    loudAt.delete(connectionId)
    people.value = without(people.value, connectionId)
  }

  function announced(connectionId: string, data: string): void {
    const screen = /"screen":\s*true/.test(data)
    announcements.set(connectionId, screen)
    people.value = withChange(people.value, connectionId, { screen })
  }

  function changeMine(change: Partial<Person>): void {
    const me = people.value.find((it) => it.mine)
    if (me) people.value = withChange(people.value, me.connectionId, change)
  }

  function clear(): void {
    clearInterval(timer)
    timer = undefined
    announcements.clear()
    loudAt.clear()
    // One's own picture stays while the way back is sought.
    people.value = people.value.filter((it) => it.mine)
  }

  function look(): void {
    const now = Date.now()
    for (const person of people.value) {
      const speaking = person.mine ? person.speaking : isSpeaking(person, now)
      const health = engine.value?.health(person.connectionId) ?? 'good'
      if (speaking !== person.speaking || health !== person.health)
        people.value = withChange(people.value, person.connectionId, { speaking, health })
    }
  }

  function isSpeaking(person: Person, now: number): boolean {
    const level = person.audioOn ? (engine.value?.level(person.connectionId) ?? 0) : 0
    if (level > LOUD) loudAt.set(person.connectionId, now)
    return person.audioOn && now - (loudAt.get(person.connectionId) ?? -HANGOVER) < HANGOVER
  }

  onScopeDispose(clear)

  return { people, enter, changed, left, announced, changeMine, clear }
}
