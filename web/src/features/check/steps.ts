export const steps = [
  'page',
  'browser',
  'camera',
  'microphone',
  'site',
  'clock',
  'ticket',
  'signalling',
  'join',
  'media',
  'direct-udp',
  'direct-tcp',
  'turn-udp',
  'turn-tcp',
  'turn-tls',
  'relayed',
] as const

export type Step = (typeof steps)[number]

/** What people read as one part of the test. */
export const parts = {
  here: ['page', 'browser', 'camera', 'microphone'],
  server: ['site', 'clock', 'ticket', 'signalling', 'join'],
  media: ['media'],
  ways: ['direct-udp', 'direct-tcp', 'turn-udp', 'turn-tcp', 'turn-tls', 'relayed'],
} as const satisfies Record<string, readonly Step[]>

export type Part = keyof typeof parts

/** Without which a step has nothing to measure: it would only report the same cause once more. */
const needs: Partial<Record<Step, Step[]>> = {
  camera: ['page'],
  microphone: ['page'],
  clock: ['site'],
  ticket: ['site'],
  signalling: ['site'],
  join: ['browser', 'ticket', 'signalling'],
  media: ['join'],
  'direct-udp': ['join'],
  'direct-tcp': ['join'],
  'turn-udp': ['join'],
  'turn-tcp': ['join'],
  'turn-tls': ['join'],
  relayed: ['join'],
}

export const needsOf = (step: Step): readonly Step[] => needs[step] ?? []

export const isWay = (step: Step): boolean => (parts.ways as readonly Step[]).includes(step)
