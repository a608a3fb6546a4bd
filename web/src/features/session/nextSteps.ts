import type { Provider } from './api'

export interface NextStep {
  way: 'retry' | 'again' | 'other'
  provider: Provider
}

/** What each fault of a sign-in leaves to do: the same once more, asking for consent again, or another provider. */
const ways: Record<string, NextStep['way'][]> = {
  'sign-in-denied': ['again', 'other'],
  'sign-in-expired': ['retry'],
  'sign-in-misconfigured': ['other'],
  'provider-unavailable': ['retry', 'other'],
  'sign-in-failed': ['retry', 'other'],
  // Refused on the way here, before any provider was asked.
  'too-many-requests': ['retry'],
  'service-unavailable': ['retry'],
  'service-timeout': ['retry'],
  'service-failed': ['retry'],
}

export function nextSteps(problem: string, failed: unknown, providers: Provider[]): NextStep[] {
  const same = providers.filter((it) => it.id === failed)
  const others = same.length ? providers.filter((it) => it.id !== failed) : []
  return (ways[problem] ?? []).flatMap((way) =>
    (way === 'other' ? others : same).map((provider) => ({ way, provider })),
  )
}
