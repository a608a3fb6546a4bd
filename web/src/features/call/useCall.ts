import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { LocalMedia } from '@/features/devices'
import { roomsApi } from '@/features/rooms'
import { Problem } from '@/problems'
import { seatsApi, type OwnSeat } from './api'
import { nextState, patience, type CallEvent, type CallState } from './callState'
import { openEngine, type CallEngine, type EngineEvents } from './engine'
import { usePeople } from './usePeople'
import { useScreen } from './useScreen'

export type Call = ReturnType<typeof useCall>

interface Hooks {
  /** A chat message came over the media server. */
  chat: (data: string) => void
  /** In the call, for the first time or again. */
  entered: (first: boolean) => void
}

/** One person's call in one room: taking a seat, connecting, coming back after a loss, leaving. */
export function useCall(code: string, media: LocalMedia, hooks: Hooks, open = openEngine) {
  const state = ref<CallState>({ name: 'outside' })
  const seat = shallowRef<OwnSeat>()
  const engine = shallowRef<CallEngine>()
  const sendFailed = ref(false)
  const screen = useScreen()
  const people = usePeople(engine)
  let timer: ReturnType<typeof setTimeout> | undefined
  let entries = 0

  const outgoing = computed(() => ({
    audio: media.microphone.track.value,
    video: screen.track.value ?? (media.cameraOn.value ? media.camera.track.value : undefined),
    audioOn: media.microphoneOn.value,
  }))

  watch(outgoing, () => state.value.name === 'on' && send())
  watch(screen.track, () => announce())
  watch([outgoing, screen.track, seat], showMyself)

  function happened(event: CallEvent): void {
    const before = state.value
    state.value = nextState(before, event)
    if (state.value === before) return
    if (state.value.name === 'rejoining') enterLater(state.value.attempt)
    if (state.value.name === 'over' || state.value.name === 'refused') void letGo()
  }

  function join(): Promise<void> {
    happened({ type: 'join' })
    return enter()
  }

  async function enter(): Promise<void> {
    try {
      await vacate()
      seat.value = await seatsApi.take(code)
      if (stopped()) return void (await letGo())
      await connect(seat.value)
      happened({ type: 'joined' })
      if (state.value.name !== 'on') return void (await letGo())
      void send()
      if (screen.track.value) announce()
      hooks.entered(entries++ === 0)
    } catch (error) {
      await vacate()
      happened({ type: 'refused', problem: Problem.of(error) })
    }
  }

  const stopped = () => state.value.name !== 'joining' && state.value.name !== 'rejoining'

  async function connect(taken: OwnSeat): Promise<void> {
    const opened: CallEngine = await open(eventsOf(() => engine.value === opened))
    engine.value = opened
    people.enter(taken, await opened.connect(taken.token))
    showMyself()
  }

  // A connection that was given up still says goodbye; nobody listens to it any more.
  function eventsOf(current: () => boolean): EngineEvents {
    return {
      changed: (person) => current() && people.changed(person) && announce(person.connectionId),
      left: (connectionId) => current() && people.left(connectionId),
      reconnecting: () => current() && happened({ type: 'line-lost' }),
      reconnected: () => current() && onReconnected(),
      disconnected: (reason) => current() && onDisconnected(reason),
      signal: (type, data, from) => current() && onSignal(type, data, from),
    }
  }

  function onReconnected(): void {
    happened({ type: 'line-back' })
    announce()
    hooks.entered(false)
  }

  function onDisconnected(reason: string): void {
    happened({ type: 'disconnected', reason })
    if (state.value.name === 'over' && state.value.why === 'closed') void askWhetherGone()
  }

  async function askWhetherGone(): Promise<void> {
    const problem = await roomsApi.read(code).then(
      () => undefined,
      (error: unknown) => Problem.of(error),
    )
    if (problem?.status === 404) happened({ type: 'room-gone' })
  }

  function onSignal(type: string, data: string, from: string | undefined): void {
    // Only room-service speaks without a sender; a browser that sends this type pretends.
    if (type === 'chat' && from === undefined) hooks.chat(data)
    if (type === 'state' && from !== undefined) people.announced(from, data)
  }

  /** Others learn from this that the picture is a screen; newcomers are told one by one. */
  function announce(to?: string): void {
    if (to !== undefined && !screen.track.value) return
    engine.value?.signal('state', JSON.stringify({ screen: screen.track.value !== undefined }), to)
  }

  function showMyself(): void {
    const { video, audioOn } = outgoing.value
    people.changeMine({ audioOn, videoOn: video !== undefined, screen: screen.track.value !== undefined })
  }

  async function send(): Promise<void> {
    const { audio, video } = outgoing.value
    try {
      await engine.value?.send({ audio, video })
      sendFailed.value = false
    } catch {
      sendFailed.value = state.value.name === 'on' && !state.value.reconnecting
    }
  }

  function enterLater(attempt: number): void {
    clearTimeout(timer)
    timer = setTimeout(enter, patience(attempt))
  }

  function enterNow(): void {
    if (state.value.name !== 'rejoining' || !timer) return
    enterLater(0)
  }

  async function leave(): Promise<void> {
    happened({ type: 'leave' })
  }

  async function letGo(): Promise<void> {
    clearTimeout(timer)
    screen.stop()
    // Where the server ended the call there is no seat left to give back.
    if (state.value.name === 'over' && state.value.why !== 'left') seat.value = undefined
    await vacate()
  }

  async function vacate(): Promise<void> {
    const [left, closing] = [seat.value, engine.value]
    seat.value = engine.value = undefined
    people.clear()
    closing?.close()
    // Whatever the answer, the server frees an abandoned seat by itself.
    if (left) await seatsApi.leave(code, left.seatId).catch(() => {})
  }

  function onPageHide(): void {
    if (seat.value) seatsApi.leaveOnUnload(code, seat.value.seatId)
    engine.value?.close()
  }

  window.addEventListener('online', enterNow)
  window.addEventListener('pagehide', onPageHide)
  onScopeDispose(() => {
    window.removeEventListener('online', enterNow)
    window.removeEventListener('pagehide', onPageHide)
    happened({ type: 'leave' })
  })

  return {
    state,
    seat,
    engine,
    people: people.people,
    screen,
    sendFailed,
    join,
    leave,
    retrySending: send,
    enterNow,
  }
}
