import type { Facts } from './facts'
import { unmeasured, type Finding, type Outcome } from './findings'
import { join, signalling } from './lineChecks'
import { browser, camera, clock, microphone, page, site, ticket } from './localChecks'
import { directTcp, directUdp, media, relayed, turn } from './mediaChecks'
import { needsOf, steps, type Step } from './steps'

const checks: Record<Step, (facts: Facts) => Outcome | undefined> = {
  page,
  browser,
  camera,
  microphone,
  site,
  clock,
  ticket,
  signalling,
  join,
  media,
  'direct-udp': directUdp,
  'direct-tcp': directTcp,
  'turn-udp': (facts) => turn(facts, 'turn-udp'),
  'turn-tcp': (facts) => turn(facts, 'turn-tcp'),
  'turn-tls': (facts) => turn(facts, 'turn-tls'),
  relayed,
}

/**
 * What the facts mean, for each step that can be judged already. `late` are steps that had their time: without a fact
 * they are not known, and stay so.
 */
export function findings(facts: Facts, late: ReadonlySet<Step> = new Set()): Finding[] {
  const found = new Map<Step, Finding>()
  for (const step of steps) {
    const outcome =
      held(step, found) ?? checks[step](facts) ?? (late.has(step) ? unmeasured('too-late') : undefined)
    if (outcome) found.set(step, { step, ...outcome })
  }
  return [...found.values()]
}

function held(step: Step, found: ReadonlyMap<Step, Finding>): Outcome | undefined {
  const before = needsOf(step)
    .map((it) => found.get(it))
    .find((it) => it?.state === 'broken' || it?.state === 'unmeasured')
  return before && unmeasured(before.cause ?? before.because ?? 'too-late')
}
