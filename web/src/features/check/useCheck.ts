import { computed, onScopeDispose, ref, shallowRef } from 'vue'
import { openTestCall, type TestCall, type Way } from '@/features/call'
import { askBrowser, askDevices, askPage } from './askPage'
import { askSite, askTicket } from './askSite'
import { findings as judge } from './checks'
import { relayWay, type Facts } from './facts'
import type { Step } from './steps'
import { verdictOf } from './verdict'

type Stage = 'before' | 'running' | 'over'

interface Task {
  step: Step
  /** Steps that the same question answers. */
  also?: Step[]
  limitMs: number
  ask: () => Promise<Facts>
}

/** One run of the test: asks step by step, and has what was answered judged each time. */
export function useCheck(open: () => Promise<TestCall> = openTestCall) {
  const stage = ref<Stage>('before')
  const current = ref<Step>()
  const facts = shallowRef<Facts>({})
  const late = shallowRef<ReadonlySet<Step>>(new Set())
  const findings = computed(() => judge(facts.value, late.value))
  const verdict = computed(() => (stage.value === 'over' ? verdictOf(findings.value) : undefined))
  let call: TestCall | undefined
  let token: string | undefined
  let run = 0
  let leaving = new AbortController()
  let skip = () => {}

  async function start(withDevices: boolean): Promise<void> {
    release()
    const mine = ++run
    leaving = new AbortController()
    facts.value = withDevices ? {} : { devices: { skipped: true } }
    late.value = new Set()
    stage.value = 'running'
    for (const task of tasks()) if (run === mine) await perform(task, mine)
    if (run !== mine) return
    release()
    current.value = undefined
    stage.value = 'over'
  }

  function stop(): void {
    run++
    release()
    current.value = undefined
    stage.value = 'before'
  }

  async function perform({ step, also = [], limitMs, ask }: Task, mine: number): Promise<void> {
    if (findings.value.some((it) => it.step === step)) return
    current.value = step
    const answer = await inTime(ask(), limitMs).catch(() => undefined)
    if (run !== mine) return
    if (answer) facts.value = { ...facts.value, ...answer }
    late.value = new Set([...late.value, step, ...also])
  }

  function tasks(): Task[] {
    const { signal } = leaving
    const way = (step: 'media' | 'direct-udp' | 'direct-tcp' | 'relayed', way: Way, ms: number): Task => ({
      step,
      limitMs: ms + 12_000,
      ask: async () => ({ [step]: knownWay(step) ?? (await call!.send(way, ms)) }),
    })
    return [
      { step: 'page', limitMs: 1000, ask: async () => ({ page: askPage() }) },
      { step: 'browser', limitMs: 1000, ask: async () => ({ browser: askBrowser() }) },
      { step: 'camera', also: ['microphone'], limitMs: 60_000, ask: devices },
      { step: 'site', also: ['clock'], limitMs: 10_000, ask: async () => ({ site: await askSite(signal) }) },
      { step: 'ticket', limitMs: 15_000, ask: () => ticket(signal) },
      { step: 'signalling', limitMs: 15_000, ask: signalling },
      { step: 'join', limitMs: 15_000, ask: join },
      way('media', 'any', 8000),
      way('direct-udp', 'direct-udp', 6000),
      way('direct-tcp', 'direct-tcp', 6000),
      { step: 'turn-udp', also: ['turn-tcp', 'turn-tls'], limitMs: 10_000, ask: relays },
      way('relayed', 'relayed', 8000),
    ]
  }

  const devices = async (): Promise<Facts> => {
    const skipped = new Promise<Facts>((resolve) => (skip = () => resolve({ devices: { skipped: true } })))
    return Promise.race([askDevices().then((devices) => ({ devices })), skipped])
  }

  async function ticket(signal: AbortSignal): Promise<Facts> {
    const { fact, token: got } = await askTicket(signal)
    token = got
    return { ticket: fact }
  }

  async function signalling(): Promise<Facts> {
    call = await opened()
    return { signalling: await call.signalling(token) }
  }

  async function join(): Promise<Facts> {
    try {
      return { join: { servers: await call!.join(token!) } }
    } catch (error) {
      return { join: { servers: [], refused: refusalIn(error) } }
    }
  }

  /** What the way that media took by itself says about that way needs not be tried again. */
  function knownWay(step: Step) {
    const sent = facts.value.media
    return sent?.frames && !sent.pair?.relay && step === `direct-${sent.pair?.protocol}` ? sent : undefined
  }

  async function relays(): Promise<Facts> {
    const answers = await call!.relays()
    return {
      relays: answers.flatMap(({ url, address, error }) => {
        const way = relayWay(url)
        return way ? [{ way, address, error }] : []
      }),
    }
  }

  async function opened(): Promise<TestCall> {
    const mine = run
    const made = await open()
    if (run !== mine) made.close()
    return made
  }

  /** Lets go of the session, the socket and everything that was asked; a camera is on only while it is asked. */
  function release(): void {
    leaving.abort()
    call?.close()
    call = token = undefined
  }

  onScopeDispose(stop)

  return { stage, current, facts, findings, verdict, start, stop, skipDevices: () => skip() }
}

function inTime<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), limitMs)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}

function refusalIn(error: unknown): string {
  const { members } = error as { members?: { cause?: string } }
  return members?.cause ?? String(error)
}
