import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { computed, effectScope, ref, shallowRef, type EffectScope } from 'vue'
import type { LocalMedia } from '@/features/devices'
import { roomsApi } from '@/features/rooms'
import { Problem } from '@/problems'
import { seatsApi, type OwnSeat } from './api'
import type { CallEngine, EngineEvents, Outgoing } from './engine'
import { useCall, type Call } from './useCall'

class FakeEngine implements CallEngine {
  static all: FakeEngine[] = []
  static refusal: Error | undefined
  readonly sent: Outgoing[] = []
  readonly signals: string[] = []
  closed = false

  constructor(readonly events: EngineEvents) {
    FakeEngine.all.push(this)
  }

  async connect(): Promise<string> {
    if (FakeEngine.refusal) throw FakeEngine.refusal
    this.comes('con_b', '이하늘')
    return 'con_me'
  }

  async send(outgoing: Outgoing): Promise<void> {
    this.sent.push(outgoing)
  }

  attach = () => {}
  level = () => 0
  health = () => 'good' as const
  signal = (type: string, data: string, to?: string) =>
    void this.signals.push(`${type} ${data} ${to ?? 'all'}`)
  close = () => void (this.closed = true)

  comes(connectionId: string, displayName: string): void {
    const seat = { seatId: `seat-${connectionId}`, accountId: displayName, displayName }
    this.events.changed({ ...seat, connectionId, streamId: 'str', audioOn: true, videoOn: true })
  }
}

const camera = { kind: 'video', stop: () => {} } as unknown as MediaStreamTrack
const screenTrack = {
  kind: 'video',
  stop: () => {},
  addEventListener: () => {},
} as unknown as MediaStreamTrack
const chat = vi.fn()
const entered = vi.fn()
let seats = 0
let scope: EffectScope
let call: Call
let cameraTrack = shallowRef<MediaStreamTrack>()

const engine = () => FakeEngine.all.at(-1)!
const state = () => call.state.value
const names = () => call.people.value.map((it) => it.displayName)
const settle = () => vi.advanceTimersByTimeAsync(0)
const seat = (): OwnSeat => ({
  seatId: `seat-${++seats}`,
  connectionId: 'con_me',
  token: 'ws://media?sessionId=r&token=t',
  displayName: '김사랑',
  expiresAt: '',
})

function media(): LocalMedia {
  cameraTrack = shallowRef<MediaStreamTrack | undefined>(camera)
  const cameraOn = computed(() => cameraTrack.value !== undefined)
  const microphone = { track: shallowRef<MediaStreamTrack>() }
  return {
    camera: { track: cameraTrack },
    microphone,
    cameraOn,
    microphoneOn: ref(false),
  } as unknown as LocalMedia
}

beforeEach(() => {
  vi.useFakeTimers()
  FakeEngine.all = []
  FakeEngine.refusal = undefined
  seats = 0
  vi.spyOn(seatsApi, 'take').mockImplementation(async () => seat())
  vi.spyOn(seatsApi, 'leave').mockResolvedValue(undefined)
  vi.spyOn(seatsApi, 'leaveOnUnload').mockReturnValue(undefined)
  scope = effectScope()
  const open = async (events: EngineEvents) => new FakeEngine(events)
  call = scope.run(() => useCall('kfm-wqtz-hbp', media(), { chat, entered }, open))!
})

afterEach(() => {
  scope.stop()
  vi.useRealTimers()
  vi.restoreAllMocks()
  chat.mockReset()
  entered.mockReset()
})

describe('joining', () => {
  it('takes a seat, connects, shows oneself first and sends the camera', async () => {
    await call.join()
    expect(state()).toEqual({ name: 'on', reconnecting: false })
    expect(names()).toEqual(['김사랑', '이하늘'])
    expect(engine().sent).toEqual([{ audio: undefined, video: camera }])
    expect(entered).toHaveBeenCalledWith(true)
  })

  it('is refused with the server’s reason and leaves nothing behind', async () => {
    vi.mocked(seatsApi.take).mockRejectedValue(new Problem('room-full', 409))
    await call.join()
    expect(state()).toMatchObject({ name: 'refused', problem: { type: 'room-full' } })
    expect(FakeEngine.all).toHaveLength(0)
  })

  it('gives the seat back where the media server cannot be reached', async () => {
    FakeEngine.refusal = new Problem('media-connection-failed')
    await call.join()
    expect(state()).toMatchObject({ name: 'refused', problem: { type: 'media-connection-failed' } })
    expect(seatsApi.leave).toHaveBeenCalledWith('kfm-wqtz-hbp', 'seat-1')
  })

  it('that was given up meanwhile does not bring one in', async () => {
    let give: (taken: OwnSeat) => void = () => {}
    vi.mocked(seatsApi.take).mockReturnValue(new Promise((resolve) => (give = resolve)))
    const joining = call.join()
    await settle()
    await call.leave()
    give(seat())
    await joining
    expect(state()).toEqual({ name: 'over', why: 'left' })
    expect(seatsApi.leave).toHaveBeenCalledWith('kfm-wqtz-hbp', 'seat-1')
    expect(FakeEngine.all).toHaveLength(0)
  })
})

describe('a lost line', () => {
  it('is waited for while the library finds it, and the conversation caught up with', async () => {
    await call.join()
    engine().events.reconnecting()
    expect(state()).toEqual({ name: 'on', reconnecting: true })
    engine().events.reconnected()
    expect(state()).toEqual({ name: 'on', reconnecting: false })
    expect(entered).toHaveBeenLastCalledWith(false)
  })

  it('for good brings a new seat by itself, the old one given back first', async () => {
    await call.join()
    const first = engine()
    first.events.disconnected('networkDisconnect')
    expect(state()).toMatchObject({ name: 'rejoining', attempt: 0 })
    await settle()
    expect(state().name).toBe('on')
    expect(seatsApi.leave).toHaveBeenCalledWith('kfm-wqtz-hbp', 'seat-1')
    expect(call.seat.value?.seatId).toBe('seat-2')
    expect(first.closed).toBe(true)
    expect(engine()).not.toBe(first)
    expect(engine().sent).toHaveLength(1)
  })

  it('is tried again, slower each time, until it works', async () => {
    await call.join()
    vi.mocked(seatsApi.take).mockRejectedValue(new Problem('media-server-unreachable', 503))
    engine().events.disconnected('networkDisconnect')
    await vi.advanceTimersByTimeAsync(10_000)
    const tries = vi.mocked(seatsApi.take).mock.calls.length - 1
    expect(tries).toBeGreaterThan(2)
    expect(tries).toBeLessThan(7)
    expect(state()).toMatchObject({ name: 'rejoining', problem: { type: 'media-server-unreachable' } })
    vi.mocked(seatsApi.take).mockImplementation(async () => seat())
    await vi.advanceTimersByTimeAsync(20_000)
    expect(state().name).toBe('on')
  })

  it('is tried at once when the network says it is back', async () => {
    await call.join()
    vi.mocked(seatsApi.take).mockRejectedValue(new Problem('offline'))
    engine().events.disconnected('networkDisconnect')
    await vi.advanceTimersByTimeAsync(60_000)
    vi.mocked(seatsApi.take).mockImplementation(async () => seat())
    window.dispatchEvent(new Event('online'))
    await settle()
    expect(state().name).toBe('on')
  })

  it('of a call already left is nobody’s concern', async () => {
    await call.join()
    const first = engine()
    await call.leave()
    first.events.disconnected('networkDisconnect')
    first.comes('con_c', '박지우')
    expect(state()).toEqual({ name: 'over', why: 'left' })
    expect(names()).not.toContain('박지우')
  })
})

describe('the end', () => {
  it('by oneself says goodbye to both servers', async () => {
    await call.join()
    await call.leave()
    await settle()
    expect(engine().closed).toBe(true)
    expect(seatsApi.leave).toHaveBeenCalledTimes(1)
  })

  it('by a deleted room is told from a call that was only closed', async () => {
    vi.spyOn(roomsApi, 'read').mockRejectedValue(new Problem('room-not-found', 404))
    await call.join()
    engine().events.disconnected('sessionClosedByServer')
    expect(state()).toEqual({ name: 'over', why: 'closed' })
    await settle()
    expect(state()).toEqual({ name: 'over', why: 'room-gone' })
  })

  it('by a closing page does not wait for an answer', async () => {
    await call.join()
    window.dispatchEvent(new Event('pagehide'))
    expect(seatsApi.leaveOnUnload).toHaveBeenCalledWith('kfm-wqtz-hbp', 'seat-1')
  })
})

describe('a shared screen', () => {
  beforeEach(async () => {
    await call.join()
    call.screen.track.value = screenTrack
    await settle()
  })

  it('takes the camera’s place, and everybody is told', () => {
    expect(engine().sent.at(-1)?.video).toBe(screenTrack)
    expect(engine().signals).toContain('state {"screen":true} all')
    expect(call.people.value[0]).toMatchObject({ mine: true, screen: true, videoOn: true })
  })

  it('is told to whoever comes later', () => {
    engine().comes('con_late', '박지우')
    expect(engine().signals).toContain('state {"screen":true} con_late')
  })

  it('gives the camera back at its end', async () => {
    call.screen.stop()
    await settle()
    expect(engine().sent.at(-1)?.video).toBe(camera)
    expect(engine().signals.at(-1)).toBe('state {"screen":false} all')
  })

  it('leaves nothing sent where the camera was off', async () => {
    cameraTrack.value = undefined
    call.screen.stop()
    await settle()
    expect(engine().sent.at(-1)?.video).toBeUndefined()
  })

  it('goes on after the line was lost', async () => {
    engine().events.disconnected('networkDisconnect')
    await settle()
    expect(engine().sent).toEqual([{ audio: undefined, video: screenTrack }])
    expect(engine().signals).toContain('state {"screen":true} all')
  })
})

describe('what comes over the media server', () => {
  it('is chat only where the server says it', async () => {
    await call.join()
    engine().events.signal('chat', 'hello', undefined)
    engine().events.signal('chat', 'forged', 'con_b')
    expect(chat.mock.calls).toEqual([['hello']])
  })

  it('shows a screen whichever comes first, the person or the announcement', async () => {
    await call.join()
    engine().events.signal('state', '{"screen":true}', 'con_late')
    engine().comes('con_late', '박지우')
    engine().events.signal('state', '{"screen":true}', 'con_b')
    expect(call.people.value.filter((it) => it.screen).map((it) => it.displayName)).toEqual([
      '이하늘',
      '박지우',
    ])
  })
})
