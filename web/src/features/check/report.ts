import type { Pair } from '@/features/call'
import { cut, reachOf } from './addresses'
import type { Facts } from './facts'
import type { Finding } from './findings'
import type { useCheckWords } from './useCheckWords'
import { causesOf, type Verdict } from './verdict'

/** What somebody hands on: codes for machines and sentences for people, and nothing that opens or tells who they are. */
export interface Report {
  version: 1
  at: string
  site: string
  browser: string
  timeZone: string
  language: string
  verdict: string
  causes: string[]
  media?: { way: string; server?: string; serverReach: string; own?: string }
  steps: (Omit<Finding, 'values'> & { name: string; says: string; values?: Finding['values'] })[]
}

type Words = ReturnType<typeof useCheckWords>

export function reportOf(
  findings: Finding[],
  verdict: Verdict,
  facts: Facts,
  words: Words,
  now = new Date(),
): Report {
  return {
    version: 1,
    at: now.toISOString(),
    site: location.origin,
    browser: navigator.userAgent,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: document.documentElement.lang,
    verdict: verdict.kind,
    causes: causesOf(findings),
    media: facts.media?.pair && mediaOf(facts.media.pair),
    steps: findings.map((it) => ({ ...it, name: words.step(it.step), says: words.sentence(it) })),
  }
}

/** The server's address is public knowledge, and what an operator looks for first; the person's own is cut. */
function mediaOf({ protocol, relay, localAddress, remoteAddress }: Pair): Report['media'] {
  return {
    way: relay ? `relay-${relay}` : protocol,
    server: remoteAddress || undefined,
    serverReach: reachOf(remoteAddress),
    own: cut(localAddress),
  }
}

/** The same as text, for a chat or a mail. */
export function textOf(report: Report, words: Words, t: (key: string) => string): string {
  const field = (name: string, value: string | undefined) =>
    value ? [`${t(`check.report.${name}`)}: ${value}`] : []
  return [
    `${t('check.report.heading')} — ${t(`check.verdicts.${report.verdict}.title`)}`,
    ...field('at', report.at),
    ...field('site', report.site),
    ...field('browser', report.browser),
    ...field('zone', report.timeZone),
    ...field('network', report.media?.own),
    '',
    ...report.steps.map(lineOf),
    ...report.steps.flatMap(({ cause, values }) =>
      cause ? [`  ${cause}: ${words.cause(cause, values).remedy}`] : [],
    ),
  ].join('\n')
}

const marks: Record<Finding['state'], string> = {
  fine: '✓',
  warning: '!',
  broken: '✗',
  absent: '–',
  skipped: '–',
  unmeasured: '?',
}

function lineOf({ state, name, says, cause, because }: Report['steps'][number]): string {
  const code = cause ?? because
  return `${marks[state]} ${name}: ${says}${code ? ` [${code}]` : ''}`
}

export function reportName(now = new Date()): string {
  return `sarangbang-check-${now.toISOString().slice(0, 16).replace(/[:T]/g, '-')}.json`
}
