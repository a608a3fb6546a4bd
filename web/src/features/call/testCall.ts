/** How the media server's WebSocket answered. */
export interface Signalling {
  /** Where it was looked for, without what a token holds. */
  address: string
  opened: boolean
  /** Closed by the other side before it had answered. */
  closed: boolean
  /** The page's own policy does not let it through. */
  forbidden: boolean
  pongMs?: number
}

/** An address at which the media server says it can be reached. */
export interface Candidate {
  address: string
  protocol: 'udp' | 'tcp'
}

/** The way that media took. */
export interface Pair {
  protocol: 'udp' | 'tcp'
  /** How a relay in between was reached, where there is one. */
  relay?: 'udp' | 'tcp' | 'tls'
  localAddress?: string
  remoteAddress?: string
}

/** A stream that was sent to the media server and asked back from it. */
export interface Sent {
  refused?: string
  connected: boolean
  /** Pictures decoded of what came back. */
  frames: number
  offered: Candidate[]
  pair?: Pair
  roundTripMs?: number
  lossPercent?: number
}

/** Every way there is, or only one of them. */
export type Way = 'any' | 'direct-udp' | 'direct-tcp' | 'relayed'

/** Whether one STUN or TURN server gave us a relayed address, or the error that came instead. */
export interface RelayAnswer {
  url: string
  address: boolean
  error?: number
}

/** A call with nobody but the media server, to find out whether calls work here. */
export interface TestCall {
  /** Before joining: does the signalling answer where the token, or this page, says that it is? */
  signalling(token?: string): Promise<Signalling>
  /** The servers for STUN and TURN that the media server tells. */
  join(token: string): Promise<string[]>
  /** Sends a painted picture and a quiet tone, and watches whether they come back, for a while at most. */
  send(way: Way, forMs: number): Promise<Sent>
  relays(): Promise<RelayAnswer[]>
  close(): void
}

export async function openTestCall(): Promise<TestCall> {
  const { OpenViduTestCall } = await import('./openvidu')
  return new OpenViduTestCall()
}
