import type { Cause, Finding, Values } from './findings'
import { isWay, type Step } from './steps'

export const verdicts = [
  'ready',
  'ready-but',
  'over-tcp',
  'over-relay',
  'over-443',
  'listen-only',
  'cannot',
  'unknown',
] as const

/** What somebody wants to know before a meeting: will it work here? */
export interface Verdict {
  kind: (typeof verdicts)[number]
  cause?: Cause
  values?: Values
}

export function verdictOf(findings: Finding[]): Verdict {
  const at = (step: Step) => findings.find((it) => it.step === step)
  const fatal = findings.find((it) => it.state === 'broken' && it.step !== 'microphone' && !heldByPage(it))
  if (fatal) return { kind: 'cannot', cause: fatal.cause, values: fatal.values }
  const media = at('media')
  if (!media || media.state === 'unmeasured') return { kind: 'unknown', cause: media?.because }
  const deaf = [at('page'), at('microphone')].find((it) => it?.state === 'broken')
  if (deaf) return { kind: 'listen-only', cause: deaf.cause }
  return detour(media, at('direct-udp')) ?? doubts(findings) ?? { kind: 'ready' }
}

/** Without https there is no camera, but people can still listen. */
function heldByPage(finding: Finding): boolean {
  return finding.step === 'page' || finding.cause === 'camera-forbidden-by-policy'
}

function detour(media: Finding, directUdp: Finding | undefined): Verdict | undefined {
  const way = String(media.values?.way ?? '')
  const cause = directUdp?.cause
  if (way === 'relay-tls') return { kind: 'over-443', cause }
  if (way.startsWith('relay-')) return { kind: 'over-relay', cause }
  return way === 'tcp' ? { kind: 'over-tcp', cause } : undefined
}

/** A way that is closed while a better one is open is nothing that anybody would notice. */
function doubts(findings: Finding[]): Verdict | undefined {
  const doubt = findings.find((it) => it.state === 'warning' && !isWay(it.step))
  return doubt && { kind: 'ready-but', cause: doubt.cause, values: doubt.values }
}

/** Each cause once, the one that matters most first. */
export function causesOf(findings: Finding[]): Cause[] {
  const of = (state: Finding['state']) =>
    findings.filter((it) => it.state === state).flatMap((it) => it.cause ?? it.because ?? [])
  return [...new Set([...of('broken'), ...of('warning'), ...of('unmeasured')])]
}
