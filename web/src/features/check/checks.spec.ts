import { describe, expect, it } from 'vitest'
import type { Sent } from '@/features/call'
import { findings } from './checks'
import type { Facts, Relay } from './facts'
import type { Step } from './steps'
import { causesOf, verdictOf } from './verdict'

const candidates = [
  { address: '198.51.100.7', protocol: 'udp' as const },
  { address: '198.51.100.7', protocol: 'tcp' as const },
]
const overUdp: Sent = {
  connected: true,
  frames: 45,
  offered: candidates,
  pair: { protocol: 'udp', localAddress: '10.1.2.3', remoteAddress: '198.51.100.7' },
  roundTripMs: 23.4,
  lossPercent: 0,
}
const overTcp: Sent = { ...overUdp, pair: { ...overUdp.pair!, protocol: 'tcp' } }
const over = (relay: 'udp' | 'tcp' | 'tls'): Sent => ({ ...overUdp, pair: { ...overUdp.pair!, relay } })
const nothing: Sent = { connected: false, frames: 0, offered: candidates }
const relays: Relay[] = [
  { way: 'turn-udp', address: true },
  { way: 'turn-tcp', address: true },
  { way: 'turn-tls', address: true },
]
const turnServers = ['turn:a:3478', 'turn:a:3478?transport=tcp', 'turns:a:443']

/** A deployed site, seen from a network that lets everything through. */
const well: Facts = {
  page: { secure: true, https: true, host: 'room.example.kr' },
  browser: { webrtc: true },
  devices: {},
  site: { online: true, status: 200, aheadSeconds: 0.4 },
  ticket: { status: 201 },
  signalling: { address: 'wss://room.example.kr', opened: true, closed: false, forbidden: false, pongMs: 12 },
  join: { servers: ['stun:room.example.kr:3478', ...turnServers] },
  media: overUdp,
  'direct-udp': overUdp,
  'direct-tcp': overTcp,
  relays,
  relayed: over('tls'),
}
const but = (changed: Facts): Facts => ({ ...well, ...changed })
const at = (step: Step, changed: Facts) => findings(but(changed)).find((it) => it.step === step)
const causes = (changed: Facts) => causesOf(findings(but(changed)))
const verdict = (changed: Facts) => verdictOf(findings(but(changed)))
const signalling = (changed: Partial<NonNullable<Facts['signalling']>>): Facts => ({
  signalling: { ...well.signalling!, pongMs: undefined, ...changed },
})

it('finds nothing where nothing is wrong', () => {
  expect(findings(well).every((it) => it.state === 'fine')).toBe(true)
  expect(verdict({})).toEqual({ kind: 'ready' })
  expect(at('media', {})?.values).toEqual({ way: 'udp', reach: 'public', ms: 23, loss: 0 })
})

describe('one fault has one cause:', () => {
  const severed = {
    media: nothing,
    'direct-udp': nothing,
    'direct-tcp': nothing,
    relays: [],
    relayed: undefined,
  }
  it.each<[string, Facts, string[]]>([
    [
      'a page without https',
      { page: { secure: false, https: false, host: 'a.kr' } },
      ['public-url-not-https'],
    ],
    ['a browser inside an app', { browser: { webrtc: true, app: 'kakaotalk' } }, ['in-app-browser']],
    ['a browser without WebRTC', { browser: { webrtc: false } }, ['webrtc-missing']],
    ['a policy against cameras', { devices: { forbidden: true } }, ['camera-forbidden-by-policy']],
    ['both devices denied', { devices: { camera: 'denied', microphone: 'denied' } }, ['both-denied']],
    ['no camera', { devices: { camera: 'none' } }, ['camera-none']],
    ['a microphone in use', { devices: { microphone: 'in-use' } }, ['microphone-in-use']],
    ['no network', { site: { online: false } }, ['offline']],
    ['no answer', { site: { online: true } }, ['site-unreachable']],
    ['a proxy without a gateway', { site: { online: true, status: 502 } }, ['gateway-unreachable']],
    ['a service down', { site: { online: true, status: 503, service: 'auth-service' } }, ['service-down']],
    [
      'a clock an hour ahead',
      { site: { online: true, status: 200, aheadSeconds: 3600 } },
      ['clock-skewed-here'],
    ],
    [
      'a clock an hour behind',
      { site: { online: true, status: 200, aheadSeconds: -3600 } },
      ['clock-skewed-here'],
    ],
    [
      'a media server down',
      { ticket: { status: 503, problem: 'media-server-unreachable' } },
      ['openvidu-unreachable'],
    ],
    ['rooms down', { ticket: { status: 503, service: 'room-service' } }, ['service-down']],
    ['a WebSocket that nobody routes', signalling({ opened: false, closed: true }), ['websocket-not-routed']],
    ['a WebSocket that is cut', signalling({ closed: true }), ['websocket-cut']],
    ['a WebSocket without an answer', signalling({}), ['websocket-silent']],
    [
      'a policy against the media server',
      signalling({ opened: false, forbidden: true }),
      ['csp-blocks-signalling'],
    ],
    [
      'ws: on an https page',
      signalling({ address: 'ws://room.example.kr', opened: false }),
      ['token-insecure'],
    ],
    [
      'a token for localhost',
      signalling({ address: 'wss://localhost:4443', opened: false }),
      ['token-wrong-host'],
    ],
    ['a refused join', { join: { servers: [], refused: '401 Unauthorized' } }, ['join-refused']],
    [
      'no servers for ICE',
      { join: { servers: [] }, relays: [], relayed: undefined },
      ['ice-servers-missing'],
    ],
    [
      'a refused stream',
      { media: { ...nothing, refused: 'no' }, 'direct-udp': overUdp },
      ['publish-refused'],
    ],
    ['no way at all', { ...severed, 'direct-tcp': { ...nothing, offered: [] } }, ['udp-blocked']],
    ['pictures that stay there', { media: { ...overUdp, frames: 0 } }, ['media-not-returned']],
    ['a line that loses', { media: { ...overUdp, lossPercent: 12.34 } }, ['line-lossy']],
    ['a line that is slow', { media: { ...overUdp, roundTripMs: 900 } }, ['line-slow']],
    [
      'a relay with another secret',
      { relays: relays.map((it) => ({ ...it, address: false, error: 401 })) },
      ['turn-wrong-secret'],
    ],
    [
      'a relay that is closed over TLS',
      { relays: [...relays.slice(0, 2), { way: 'turn-tls', address: false, error: 701 }] },
      ['turn-tls-closed'],
    ],
    ['a relay without a way to the media', { relayed: nothing }, ['turn-cannot-reach-media']],
  ])('%s', (_, changed, expected) => {
    expect(causes(changed)).toEqual(expected)
  })
})

describe('a network that lets no UDP out', () => {
  const noUdp: Facts = {
    media: over('tls'),
    'direct-udp': nothing,
    relays: [{ way: 'turn-udp', address: false, error: 701 }, ...relays.slice(1)],
  }

  it('is told once, though UDP to the relay fails as well', () => {
    expect(causes(noUdp)).toEqual(['udp-blocked'])
    expect(at('turn-udp', noUdp)).toMatchObject({ state: 'warning', cause: 'udp-blocked' })
  })

  it('is said in words: over 443', () => {
    expect(verdict(noUdp)).toEqual({ kind: 'over-443', cause: 'udp-blocked' })
    expect(verdict({ ...noUdp, media: over('tcp') })).toMatchObject({ kind: 'over-relay' })
    expect(verdict({ ...noUdp, media: overTcp })).toMatchObject({ kind: 'over-tcp' })
  })

  it('cannot hold a call where nothing else is open', () => {
    const alone = {
      media: nothing,
      'direct-udp': nothing,
      'direct-tcp': nothing,
      relays: [],
      relayed: undefined,
    }
    expect(verdict(alone)).toMatchObject({ kind: 'cannot', cause: 'udp-blocked' })
    expect(at('direct-udp', alone)?.state).toBe('broken')
  })
})

it('blames no relay where nobody reaches the media server', () => {
  const closed = { media: nothing, 'direct-udp': nothing, 'direct-tcp': nothing, relayed: nothing }
  expect(causes(closed)).toEqual(['udp-blocked', 'tcp-blocked'])
})

describe('a media server that names private addresses', () => {
  const inside = { ...nothing, offered: [{ address: '172.18.0.5', protocol: 'udp' as const }] }
  const hidden = { media: inside, 'direct-udp': inside, 'direct-tcp': inside, relays: [], relayed: undefined }

  it('is the cause, and no firewall is', () => {
    expect(causes(hidden)).toEqual(['candidates-private'])
  })

  it('is no cause on a network of its own', () => {
    expect(causes({ ...hidden, page: { secure: true, https: true, host: '192.168.0.9' } })).toEqual([
      'udp-blocked',
    ])
  })

  it('is no cause where media gets through', () => {
    const near = { ...overUdp, offered: inside.offered }
    expect(causes({ media: near, 'direct-udp': near })).toEqual([])
  })
})

describe('what could not be measured', () => {
  it('says after which cause, and is no second one', () => {
    const down: Facts = { ...but({ site: { online: true } }) }
    for (const step of ['ticket', 'signalling', 'join', 'media', 'relayed'] as const)
      expect(at(step, down)).toEqual({ step, state: 'unmeasured', because: 'site-unreachable' })
  })

  it.each([
    [{ status: 429 }, 'too-many-tests'],
    [{ status: 503, problem: 'too-many-connection-tests' }, 'too-many-tests'],
    [{ status: 404 }, 'test-not-offered'],
  ])('is neither yes nor no: %o', (ticket, because) => {
    expect(at('ticket', { ticket })).toMatchObject({ state: 'unmeasured', because })
    expect(verdict({ ticket })).toEqual({ kind: 'unknown', cause: because })
  })

  it('is what had its time without an answer', () => {
    const slow: Facts = { ...well, media: undefined }
    const late = findings(slow, new Set<Step>(['media'])).find((it) => it.step === 'media')
    expect(late).toEqual({ step: 'media', state: 'unmeasured', because: 'too-late' })
    expect(findings(slow).some((it) => it.step === 'media')).toBe(false)
  })

  it('is a clock where the server tells no time', () => {
    expect(at('clock', { site: { online: true, status: 200 } })).toMatchObject({ because: 'date-missing' })
  })

  it('is a way that was not the one taken', () => {
    expect(at('direct-tcp', { 'direct-tcp': overUdp })).toMatchObject({ because: 'other-way-taken' })
  })

  it('is a relayed stream where no relay is there for it', () => {
    const closed = relays.map((it) => ({ ...it, address: false, error: 401 }))
    expect(at('relayed', { relays: closed, relayed: undefined })).toMatchObject({
      because: 'turn-wrong-secret',
    })
  })
})

describe('the verdict', () => {
  it('is to listen where nobody would hear one', () => {
    expect(verdict({ devices: { camera: 'denied', microphone: 'denied' } })).toEqual({
      kind: 'listen-only',
      cause: 'both-denied',
    })
    expect(verdict({ page: { secure: false, https: false, host: 'a.kr' } })).toMatchObject({
      kind: 'listen-only',
    })
  })

  it('does not miss devices that the person left out', () => {
    expect(verdict({ devices: { skipped: true } })).toEqual({ kind: 'ready' })
  })

  it('is no worse for a way that is closed beside a better one', () => {
    const closed = [...relays.slice(0, 2), { way: 'turn-tls', address: false } as const]
    expect(verdict({ relays: closed })).toEqual({ kind: 'ready' })
    expect(verdict({ 'direct-tcp': nothing })).toEqual({ kind: 'ready' })
  })

  it('tells what is worth a look', () => {
    expect(verdict({ devices: { camera: 'none' } })).toMatchObject({
      kind: 'ready-but',
      cause: 'camera-none',
    })
  })

  it('names no relay as missing where there need be none', () => {
    expect(at('turn-tls', { relays: [], relayed: undefined, join: { servers: ['stun:a'] } })).toMatchObject({
      state: 'absent',
      cause: 'turn-over-443-missing',
    })
    expect(verdict({ relays: [], relayed: undefined, join: { servers: ['stun:a'] } })).toEqual({
      kind: 'ready',
    })
  })
})
