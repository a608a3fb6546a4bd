import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepTo, onlyOver } from './keepTo'
import { probe } from './probe'
import { askRelays } from './relays'
import { sentOf } from './sent'

afterEach(() => vi.unstubAllGlobals())

describe('what the statistics say', () => {
  const remote = (id: string, protocol: string) => ({
    id,
    type: 'remote-candidate',
    address: '198.51.100.7',
    protocol,
  })
  const pair = (id: string, remoteCandidateId: string, more = {}) => ({
    id,
    type: 'candidate-pair',
    state: 'succeeded',
    localCandidateId: 'l',
    remoteCandidateId,
    currentRoundTripTime: 0.023,
    ...more,
  })
  const local = {
    id: 'l',
    type: 'local-candidate',
    address: '10.0.0.9',
    candidateType: 'host',
    protocol: 'udp',
  }
  const video = {
    id: 'v',
    type: 'inbound-rtp',
    kind: 'video',
    framesDecoded: 12,
    packetsReceived: 95,
    packetsLost: 5,
  }
  const both = [remote('u', 'udp'), remote('t', 'tcp'), local, video]

  it('is the pair that the transport names', () => {
    const transport = { id: 'x', type: 'transport', selectedCandidatePairId: 'p2' }
    const answer = [
      'a=candidate:1 1 udp 2130706431 198.51.100.7 40000 typ host',
      'a=candidate:2 1 TCP 1518280447 198.51.100.7 40000 typ host tcptype passive',
      'a=candidate:1 1 udp 2130706431 198.51.100.7 40000 typ host',
    ].join('\r\n')
    expect(sentOf([...both, transport, pair('p1', 'u'), pair('p2', 't')], answer)).toEqual({
      connected: true,
      frames: 12,
      offered: [
        { address: '198.51.100.7', protocol: 'udp' },
        { address: '198.51.100.7', protocol: 'tcp' },
      ],
      pair: { protocol: 'tcp', relay: undefined, localAddress: '10.0.0.9', remoteAddress: '198.51.100.7' },
      roundTripMs: 23,
      lossPercent: 5,
    })
  })

  it('is the pair that Firefox marks', () => {
    expect(sentOf([...both, pair('p1', 't'), pair('p2', 'u', { selected: true })]).pair?.protocol).toBe('udp')
  })

  it('names how a relay was reached', () => {
    const relay = { ...local, candidateType: 'relay', relayProtocol: 'tls' }
    const sent = sentOf([remote('u', 'udp'), relay, pair('p', 'u', { nominated: true })])
    expect(sent.pair).toMatchObject({ relay: 'tls' })
  })

  it('tells the loss of the worse direction', () => {
    const reported = { id: 'r', type: 'remote-inbound-rtp', fractionLost: 0.25 }
    expect(sentOf([video, reported]).lossPercent).toBe(25)
  })

  it('is nothing where nothing was connected', () => {
    expect(sentOf([remote('u', 'udp'), local])).toMatchObject({
      connected: false,
      frames: 0,
      pair: undefined,
    })
  })
})

describe('a connection kept to one protocol', () => {
  const udp = 'a=candidate:1 1 udp 2130706431 198.51.100.7 40000 typ host'
  const tcp = 'a=candidate:2 1 TCP 1518280447 198.51.100.7 40000 typ host tcptype passive'
  const answer = ['v=0', udp, tcp, 'a=end-of-candidates', ''].join('\r\n')

  it('hears of no other address in the answer', () => {
    expect(onlyOver('tcp', answer)).toBe(['v=0', tcp, 'a=end-of-candidates', ''].join('\r\n'))
    expect(onlyOver('udp', answer)).toBe(['v=0', udp, 'a=end-of-candidates', ''].join('\r\n'))
  })

  it('hears of no other address later', async () => {
    const heard: unknown[] = []
    const connection = {
      setRemoteDescription: async ({ sdp }: RTCSessionDescriptionInit) => void heard.push(sdp),
      addIceCandidate: async (it?: RTCIceCandidateInit) => void heard.push(it?.candidate),
    } as unknown as RTCPeerConnection
    keepTo(connection, 'udp')
    await connection.setRemoteDescription({ type: 'answer', sdp: answer })
    await connection.addIceCandidate({ candidate: udp.slice(2) })
    await connection.addIceCandidate({ candidate: tcp.slice(2) })
    expect(heard).toEqual([onlyOver('udp', answer), udp.slice(2)])
  })
})

describe('signalling', () => {
  const address = location.origin.replace(/^http/, 'ws')
  const found = { address, opened: false, closed: false, forbidden: false }

  /** A server on the other end of a line, as far as the first words go. */
  function line(behaves: (socket: Fake) => void) {
    const opened: Fake[] = []
    vi.stubGlobal(
      'WebSocket',
      class extends Fake {
        constructor(url: string) {
          super(url)
          opened.push(this)
          queueMicrotask(() => behaves(this))
        }
      },
    )
    return opened
  }

  it('that answers is timed, and let go', async () => {
    const opened = line((it) => it.opens('{"jsonrpc":"2.0","id":0,"result":{"value":"pong"}}'))
    const found = await probe('wss://media.example.kr:4443?sessionId=ses_A&token=tok_secret')
    expect(found).toMatchObject({ address: 'wss://media.example.kr:4443', opened: true, closed: false })
    expect(found.pongMs).toBeGreaterThanOrEqual(0)
    expect(opened.map((it) => [it.url, it.closed])).toEqual([
      ['wss://media.example.kr:4443/openvidu?sessionId=ses_A', true],
    ])
    expect(JSON.parse(opened[0]!.said[0]!)).toMatchObject({ method: 'ping', params: { interval: 5000 } })
  })

  it('is looked for at this page where there is no token', async () => {
    const opened = line((it) => it.onerror?.())
    expect(await probe(undefined)).toMatchObject({ opened: false, closed: true })
    expect(opened[0]!.url).toBe(`${location.origin.replace(/^http/, 'ws')}/openvidu?sessionId=test`)
  })

  it('that is cut after it opened is told from one that never did', async () => {
    line((it) => {
      it.opens()
      it.onclose?.()
    })
    expect(await probe(undefined)).toEqual({ ...found, opened: true, closed: true })
  })

  it('that says something else is no answer', async () => {
    line((it) => it.opens('<html>', '{"result":{}}'))
    expect(await probe(undefined, 20)).toEqual({ ...found, opened: true })
  })

  it('that the page’s policy forbids is told', async () => {
    line((it) => {
      const violation = Object.assign(new Event('securitypolicyviolation'), {
        effectiveDirective: 'connect-src',
      })
      document.dispatchEvent(violation)
      it.onerror?.()
    })
    expect(await probe(undefined)).toMatchObject({ forbidden: true, opened: false })
  })

  it('that the browser will not even try ends at once', async () => {
    vi.stubGlobal('WebSocket', function refuse() {
      throw new DOMException('', 'SecurityError')
    })
    expect(await probe('ws://media.example.kr?sessionId=s')).toMatchObject({ opened: false })
  })
})

class Fake {
  onopen: (() => void) | null = null
  onmessage: ((event: { data: string }) => void) | null = null
  onclose: (() => void) | null = null
  onerror: (() => void) | null = null
  readonly said: string[] = []
  closed = false

  constructor(readonly url: string) {}

  opens(...answers: string[]): void {
    this.onopen?.()
    for (const data of answers) this.onmessage?.({ data })
  }

  send(text: string): void {
    this.said.push(text)
  }

  close(): void {
    this.closed = true
  }
}

it('asks each relay by itself, and a STUN server not at all', async () => {
  const closed: string[] = []
  vi.stubGlobal(
    'RTCPeerConnection',
    class {
      onicecandidate?: (event: { candidate: { candidate: string } | null }) => void
      onicecandidateerror?: (event: { errorCode: number }) => void
      private readonly url: string
      constructor({
        iceServers,
        iceTransportPolicy,
      }: {
        iceServers: { urls: string }[]
        iceTransportPolicy: string
      }) {
        expect(iceTransportPolicy).toBe('relay')
        this.url = iceServers[0]!.urls
      }
      createDataChannel() {}
      async setLocalDescription() {
        if (this.url.includes('open'))
          return this.onicecandidate?.({ candidate: { candidate: '1 typ relay' } })
        this.onicecandidateerror?.({ errorCode: 401 })
        this.onicecandidate?.({ candidate: null })
      }
      close() {
        closed.push(this.url)
      }
    },
  )
  const servers = [
    { urls: ['stun:a', 'turn:open:3478'] },
    { urls: ['turns:shut:443'], username: 'u', credential: 'c' },
  ]
  expect(await askRelays(servers)).toEqual([
    { url: 'turn:open:3478', address: true },
    { url: 'turns:shut:443', address: false, error: 401 },
  ])
  expect(closed).toEqual(['turn:open:3478', 'turns:shut:443'])
})
