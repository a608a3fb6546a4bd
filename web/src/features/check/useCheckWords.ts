import { useI18n } from 'vue-i18n'
import type { Cause, Finding, Values } from './findings'
import type { Step } from './steps'

export interface CauseWords {
  title: string
  breaks?: string
  remedy: string
}

/** What the test found, in the person's language. */
export function useCheckWords() {
  const { t, te } = useI18n()

  const step = (name: Step) => t(`check.steps.${name}`)

  function cause(code: Cause, values: Values = {}): CauseWords {
    const [kind, trouble] = deviceOf(code)
    if (kind)
      return { title: t(`devices.${kind}.${trouble}.title`), remedy: t(`devices.${kind}.${trouble}.remedy`) }
    const part = (name: string) => t(`check.causes.${code}.${name}`, values)
    return { title: part('title'), breaks: part('breaks'), remedy: part('remedy') }
  }

  /** One line beside the step's name. */
  function line({ state, cause: code, because, values }: Finding): string {
    if (state === 'unmeasured') return t('check.because', { why: cause(because ?? 'too-late').title })
    if (code && state !== 'absent') return cause(code, values).title
    return measured(values) || t(`check.states.${state}`)
  }

  /** The same for where no picture stands beside it. */
  function sentence(finding: Finding): string {
    const [state, line$] = [t(`check.states.${finding.state}`), line(finding)]
    return line$ === state ? state : `${state} (${line$})`
  }

  function measured(values: Values = {}): string {
    const { way, reach, ms, loss } = values
    return [
      way && t(`check.ways.${way}`),
      reach && t(`check.reach.${reach}`),
      ms !== undefined && t('check.milliseconds', { ms }),
      loss !== undefined && t('check.loss', { loss }),
    ]
      .filter(Boolean)
      .join(' · ')
  }

  function deviceOf(code: Cause): [string, string] | [] {
    const [, kind, trouble] = /^(both|camera|microphone)-(.+)$/.exec(code) ?? []
    return kind && trouble && te(`devices.${kind}.${trouble}.title`) ? [kind, trouble] : []
  }

  return { step, cause, line, sentence, measured }
}
