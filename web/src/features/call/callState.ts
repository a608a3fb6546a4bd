import type { Problem } from '@/problems'

export type CallEnd = 'left' | 'room-gone' | 'closed' | 'removed'

/** Where this person's call stands. */
export type CallState =
  | { name: 'outside' }
  | { name: 'joining' }
  | { name: 'refused'; problem: Problem }
  | { name: 'on'; reconnecting: boolean }
  | { name: 'rejoining'; attempt: number; problem?: Problem }
  | { name: 'over'; why: CallEnd }

export type CallEvent =
  | { type: 'join' }
  | { type: 'joined' }
  | { type: 'refused'; problem: Problem }
  | { type: 'line-lost' }
  | { type: 'line-back' }
  | { type: 'disconnected'; reason: string }
  | { type: 'leave' }
  | { type: 'room-gone' }

/** What an event makes of a state; an event that means nothing there changes nothing. */
export function nextState(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'join':
      return ['outside', 'refused', 'over'].includes(state.name) ? { name: 'joining' } : state
    case 'joined':
      return isEntering(state) ? { name: 'on', reconnecting: false } : state
    case 'refused':
      return refused(state, event.problem)
    case 'line-lost':
      return state.name === 'on' ? { name: 'on', reconnecting: true } : state
    case 'line-back':
      return state.name === 'on' ? { name: 'on', reconnecting: false } : state
    case 'disconnected':
      return state.name === 'on' ? afterDisconnect(event.reason) : state
    case 'leave':
      return state.name === 'over' ? state : { name: 'over', why: 'left' }
    case 'room-gone':
      return state.name === 'over' && state.why === 'left' ? state : { name: 'over', why: 'room-gone' }
  }
}

function isEntering(state: CallState): boolean {
  return state.name === 'joining' || state.name === 'rejoining'
}

function refused(state: CallState, problem: Problem): CallState {
  if (state.name === 'joining') return { name: 'refused', problem }
  if (state.name !== 'rejoining') return state
  if (problem.type === 'room-not-found') return { name: 'over', why: 'room-gone' }
  return worthWaiting(problem)
    ? { name: 'rejoining', attempt: state.attempt + 1, problem }
    : { name: 'refused', problem }
}

// A full room may be full of one's own lost seat, which the server frees within seconds.
function worthWaiting(problem: Problem): boolean {
  return problem.passing || problem.type === 'room-full' || problem.type === 'media-connection-failed'
}

function afterDisconnect(reason: string): CallState {
  if (reason === 'disconnect') return { name: 'over', why: 'left' }
  if (reason.startsWith('forceDisconnect')) return { name: 'over', why: 'removed' }
  if (reason === 'sessionClosedByServer') return { name: 'over', why: 'closed' }
  return { name: 'rejoining', attempt: 0 }
}

/** Milliseconds before a try: at once, then slower up to 15 s, spread so that a whole room does not come back in step. */
export function patience(attempt: number, random = Math.random()): number {
  if (attempt === 0) return 0
  return Math.min(1000 * 2 ** (attempt - 1), 15_000) * (0.75 + random / 2)
}
