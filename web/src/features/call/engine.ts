import type { SeatData } from './seatData'

/** What this person sends; a missing track is a kind not sent. */
export interface Outgoing {
  audio?: MediaStreamTrack
  video?: MediaStreamTrack
}

export interface RemotePerson extends SeatData {
  connectionId: string
  /** Changes with every publication, so that a picture is attached anew. */
  streamId?: string
  audioOn: boolean
  videoOn: boolean
}

export type LinkHealth = 'good' | 'trying' | 'failed'

export interface EngineEvents {
  changed: (person: RemotePerson) => unknown
  left: (connectionId: string) => unknown
  reconnecting: () => unknown
  reconnected: () => unknown
  disconnected: (reason: string) => unknown
  signal: (type: string, data: string, from: string | undefined) => unknown
}

/** A connection to a media server, as small as a call needs it. */
export interface CallEngine {
  connect(token: string): Promise<string>
  /** Makes what is sent equal to `outgoing`; calls in quick succession are done one after the other. */
  send(outgoing: Outgoing): Promise<void>
  attach(connectionId: string, video: HTMLVideoElement): void
  /** How loud somebody is right now, 0 to 1. */
  level(connectionId: string): number
  health(connectionId: string): LinkHealth
  signal(type: string, data: string, to?: string): void
  close(): void
}

/** The media server's library is half of all code of this page, so it is fetched when somebody comes to a room. */
export async function openEngine(events: EngineEvents): Promise<CallEngine> {
  const { OpenViduEngine } = await import('./openvidu')
  return new OpenViduEngine(events)
}
