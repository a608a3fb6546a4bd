import { beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { Sent, TestCall } from '@/features/call'
import { ok, refusal, serve, type Server } from '@/testing/server'
import { until } from '@/testing/page'
import { useCheck } from './useCheck'

const udp: Sent = {
  connected: true,
  frames: 45,
  offered: [{ address: '127.0.0.1', protocol: 'udp' }],
  pair: { protocol: 'udp', remoteAddress: '127.0.0.1' },
  roundTripMs: 3,
  lossPercent: 0,
}
const answering = { address: 'ws://localhost:3000', opened: true, closed: false, forbidden: false, pongMs: 5 }

function testCall(changed: Partial<TestCall> = {}) {
  const call: TestCall = {
    signalling: async () => answering,
    join: async () => ['stun:localhost:1'],
    send: async () => udp,
    relays: async () => [],
    close: () => {},
    ...changed,
  }
  return {
    signalling: vi.fn(call.signalling),
    join: vi.fn(call.join),
    send: vi.fn(call.send),
    relays: vi.fn(call.relays),
    close: vi.fn(call.close),
  } satisfies TestCall
}

let server: Server
const date = () => ({ Date: new Date().toUTCString() })
const ticket = ok({ token: 'ws://localhost:3000?sessionId=check&token=tok_secret', expiresAt: '' }, 201)

beforeEach(() => {
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('RTCPeerConnection', function connection() {})
  server = serve()
    .on('GET /api/auth/providers', ok({ providers: [] }, 200, date()))
    .on('POST /api/connection-tests', ticket)
})

function check(call = testCall()) {
  const scope = effectScope()
  const it = scope.run(() => useCheck(async () => call))!
  const state = (step: string) => it.findings.value.find((found) => found.step === step)?.state
  return { ...it, call, state, leave: () => scope.stop() }
}

it('asks everything once, and lets go of the call', async () => {
  const { start, stage, verdict, call, state } = check()
  await start(false)
  expect(stage.value).toBe('over')
  expect(verdict.value).toEqual({ kind: 'ready' })
  expect(state('camera')).toBe('skipped')
  expect(call.join).toHaveBeenCalledExactlyOnceWith('ws://localhost:3000?sessionId=check&token=tok_secret')
  expect(call.close).toHaveBeenCalled()
})

it('does not try again what the whole has shown already', async () => {
  const { start, call } = check()
  await start(false)
  expect(call.send.mock.calls.map(([way]) => way)).toEqual(['any', 'direct-tcp'])
})

it('sends nobody to the sign-in, whatever the server says', async () => {
  server.on('POST /api/connection-tests', refusal('not-signed-in', 401))
  const { start, verdict } = check()
  await start(false)
  expect(verdict.value).toEqual({ kind: 'unknown', cause: 'test-not-offered' })
  expect(server.lines()).toEqual(['GET /api/auth/providers', 'POST /api/connection-tests'])
})

it('joins nothing where the signalling is dead', async () => {
  const dead = testCall({ signalling: async () => ({ ...answering, opened: false, pongMs: undefined }) })
  const { start, verdict, call, state } = check(dead)
  await start(false)
  expect(verdict.value).toMatchObject({ kind: 'cannot', cause: 'websocket-not-routed' })
  expect(call.join).not.toHaveBeenCalled()
  expect(state('media')).toBe('unmeasured')
})

it('tells a server’s clock from its own', async () => {
  const past = new Date(Date.now() - 3_600_000).toUTCString()
  server.on('GET /api/auth/providers', ok({ providers: [] }, 200, { Date: past }))
  const { start, findings } = check()
  await start(false)
  const clock = findings.value.find((it) => it.step === 'clock')
  expect(clock).toMatchObject({ cause: 'clock-skewed-here' })
  expect(Number(clock?.values?.seconds)).toBeGreaterThan(3590)
})

describe('camera and microphone', () => {
  const devices = (getUserMedia: (wanted: MediaStreamConstraints) => Promise<unknown>) =>
    vi.stubGlobal('navigator', {
      ...navigator,
      onLine: true,
      userAgent: 'Firefox',
      mediaDevices: { getUserMedia },
    })
  const tracks = () => {
    const stop = vi.fn()
    return { stop, getTracks: () => [{ stop }] }
  }

  it('are off again as soon as they were on', async () => {
    const stream = tracks()
    devices(async () => stream)
    const { start, state } = check()
    await start(true)
    expect([state('camera'), state('microphone')]).toEqual(['fine', 'fine'])
    expect(stream.stop).toHaveBeenCalledOnce()
  })

  it('are told apart where only one fails', async () => {
    devices(async ({ video }) => {
      if (video) throw new DOMException('', 'NotFoundError')
      return tracks()
    })
    const { start, state, verdict } = check()
    await start(true)
    expect([state('camera'), state('microphone')]).toEqual(['warning', 'fine'])
    expect(verdict.value).toMatchObject({ kind: 'ready-but', cause: 'camera-none' })
  })

  it('may be skipped while the browser still asks, and are let go when it is allowed too late', async () => {
    const stream = tracks()
    let allow: (stream: unknown) => void = () => {}
    devices(() => new Promise((resolve) => (allow = resolve)))
    const { start, current, state, skipDevices } = check()
    const run = start(true)
    await until(() => expect(current.value).toBe('camera'))
    skipDevices()
    await run
    expect(state('camera')).toBe('skipped')
    allow(stream)
    await until(() => expect(stream.stop).toHaveBeenCalledOnce())
  })
})

describe('leaving in the middle', () => {
  const waiting = () => testCall({ send: () => new Promise(() => {}) })

  it('lets go of the call, and asks no more', async () => {
    const { start, current, call, leave } = check(waiting())
    void start(false)
    await until(() => expect(current.value).toBe('media'))
    leave()
    expect(call.close).toHaveBeenCalled()
    expect(call.relays).not.toHaveBeenCalled()
  })

  it('may be followed by another test', async () => {
    const { start, stop, current, stage, call } = check(waiting())
    void start(false)
    await until(() => expect(current.value).toBe('media'))
    stop()
    expect(stage.value).toBe('before')
    call.send.mockImplementation(async () => udp)
    await start(false)
    expect(stage.value).toBe('over')
  })
})

it('gives up on what does not answer in its time', async () => {
  vi.useFakeTimers()
  const { start, findings } = check(testCall({ relays: () => new Promise(() => {}) }))
  const run = start(false)
  await vi.runAllTimersAsync()
  await run
  vi.useRealTimers()
  expect(findings.value.find((it) => it.step === 'turn-tls')).toMatchObject({
    state: 'unmeasured',
    because: 'too-late',
  })
})
