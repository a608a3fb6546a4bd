import type { RelayAnswer, Sent, Signalling, TestCall, Way } from '../../src/features/call/testCall'

const server = { address: '198.51.100.7', protocol: 'udp' as const }
const relays = [
  'turn:turn.example.kr:3478',
  'turn:turn.example.kr:3478?transport=tcp',
  'turns:turn.example.kr:443',
]

/** A test without a media server. `?udp=blocked` and `?signalling=dead` on the page's address show what fails. */
export class OpenViduTestCall implements TestCall {
  private readonly query = new URLSearchParams(location.search)
  private readonly udp = this.query.get('udp') !== 'blocked'

  async signalling(): Promise<Signalling> {
    await aMoment()
    const opened = this.query.get('signalling') !== 'dead'
    const address = location.origin.replace(/^http/, 'ws')
    return { address, opened, closed: !opened, forbidden: false, pongMs: opened ? 14 : undefined }
  }

  async join(): Promise<string[]> {
    await aMoment()
    return relays
  }

  async send(way: Way): Promise<Sent> {
    await aMoment()
    const offered = [server, { ...server, protocol: 'tcp' as const }]
    if (way.startsWith('direct') && !this.udp) return { connected: false, frames: 0, offered }
    const relay = way === 'relayed' || !this.udp ? 'tls' : undefined
    const protocol = way === 'direct-tcp' ? 'tcp' : 'udp'
    const pair = { protocol, relay, localAddress: '203.0.113.77', remoteAddress: server.address } as const
    return { connected: true, frames: 45, offered, pair, roundTripMs: relay ? 61 : 23, lossPercent: 0.2 }
  }

  async relays(): Promise<RelayAnswer[]> {
    await aMoment()
    return relays.map((url) => ({ url, address: this.udp || url.startsWith('turns:'), error: 701 }))
  }

  close(): void {}
}

const aMoment = () => new Promise((resolve) => setTimeout(resolve, 120))
