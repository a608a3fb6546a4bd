import { describe, expect, it } from 'vitest'
import { Problem } from '@/problems'
import { nextState, patience, type CallState } from './callState'

const on: CallState = { name: 'on', reconnecting: false }
const rejoining: CallState = { name: 'rejoining', attempt: 0 }
const unreachable = new Problem('unreachable')

describe('a call', () => {
  it('goes from the lobby through joining into the call', () => {
    const joining = nextState({ name: 'outside' }, { type: 'join' })
    expect(joining).toEqual({ name: 'joining' })
    expect(nextState(joining, { type: 'joined' })).toEqual(on)
  })

  it('tells why one cannot come in', () => {
    const full = new Problem('room-full', 409)
    expect(nextState({ name: 'joining' }, { type: 'refused', problem: full })).toEqual({
      name: 'refused',
      problem: full,
    })
  })

  it('stays on while the library finds its line again', () => {
    const lost = nextState(on, { type: 'line-lost' })
    expect(lost).toEqual({ name: 'on', reconnecting: true })
    expect(nextState(lost, { type: 'line-back' })).toEqual(on)
  })

  it.each(['networkDisconnect', 'nodeCrashed', 'openviduServerStopped', 'mediaServerDisconnect'])(
    'takes a new seat after %s',
    (reason) =>
      expect(nextState(on, { type: 'disconnected', reason })).toEqual({ name: 'rejoining', attempt: 0 }),
  )

  it.each([
    ['sessionClosedByServer', 'closed'],
    ['forceDisconnectByServer', 'removed'],
    ['disconnect', 'left'],
  ])('is over after %s', (reason, why) => {
    expect(nextState(on, { type: 'disconnected', reason })).toEqual({ name: 'over', why })
  })

  it('keeps trying while what is in the way may pass', () => {
    for (const problem of [
      unreachable,
      new Problem('room-full', 409),
      new Problem('media-server-unreachable', 503),
    ])
      expect(nextState(rejoining, { type: 'refused', problem })).toEqual({
        name: 'rejoining',
        attempt: 1,
        problem,
      })
  })

  it('ends where the room was deleted meanwhile', () => {
    const problem = new Problem('room-not-found', 404)
    expect(nextState(rejoining, { type: 'refused', problem })).toEqual({ name: 'over', why: 'room-gone' })
  })

  it('stops trying where one is not allowed in any more', () => {
    const problem = new Problem('forbidden', 403)
    expect(nextState(rejoining, { type: 'refused', problem })).toEqual({ name: 'refused', problem })
  })

  it('does not come back by a late answer once one has left', () => {
    const left = nextState(rejoining, { type: 'leave' })
    expect(nextState(left, { type: 'joined' })).toBe(left)
    expect(nextState(left, { type: 'disconnected', reason: 'networkDisconnect' })).toBe(left)
    expect(nextState(left, { type: 'refused', problem: unreachable })).toBe(left)
    expect(nextState(left, { type: 'room-gone' })).toBe(left)
  })

  it('can be joined again after it is over', () => {
    expect(nextState({ name: 'over', why: 'left' }, { type: 'join' })).toEqual({ name: 'joining' })
  })
})

describe('patience', () => {
  it('tries at once, then slower, never slower than 20 s', () => {
    expect(patience(0)).toBe(0)
    expect([1, 2, 3, 4, 5, 9].map((attempt) => patience(attempt, 0.5))).toEqual([
      1000, 2000, 4000, 8000, 15_000, 15_000,
    ])
    expect(patience(9, 1)).toBeLessThan(20_000)
  })

  it('spreads people who lost the line in the same moment', () => {
    expect(patience(3, 0)).toBeLessThan(patience(3, 1))
  })
})
