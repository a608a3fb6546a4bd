import { OpenVidu, type Connection, type Session, type Stream, type Subscriber } from 'openvidu-browser'
import { Problem } from '@/problems'
import type { CallEngine, EngineEvents, LinkHealth, Outgoing, RemotePerson } from '../engine'
import { seatData } from '../seatData'
import { Outbound, healthOf } from './Outbound'
import { describe, knock, within } from './knock'
export { OpenViduTestCall } from './TestCall'

const PATIENCE = 15_000

/** A call over the unmodified openvidu-browser. */
export class OpenViduEngine implements CallEngine {
  private readonly openvidu = new OpenVidu()
  private readonly session: Session
  private readonly outbound: Outbound
  private readonly inbound = new Map<string, Subscriber>()
  /** The library goes on looking for the server after a goodbye it could not say; it must not bring us back in. */
  private closed = false

  constructor(private readonly events: EngineEvents) {
    this.openvidu.enableProdMode()
    this.session = this.openvidu.initSession()
    this.outbound = new Outbound(this.openvidu, this.session)
    this.listen()
  }

  async connect(token: string): Promise<string> {
    try {
      await within(PATIENCE, knock(token))
      // Some refusals leave the library's promise open for ever, hence the limit here too.
      await within(PATIENCE, this.session.connect(token))
      return this.session.connection.connectionId
    } catch (error) {
      throw new Problem('media-connection-failed', 0, { cause: describe(error) })
    }
  }

  send(outgoing: Outgoing): Promise<void> {
    return this.outbound.send(outgoing)
  }

  attach(connectionId: string, video: HTMLVideoElement): void {
    this.inbound.get(connectionId)?.addVideoElement(video)
  }

  // What the receiver plays tells the loudness without an audio graph per person.
  level(connectionId: string): number {
    const receivers = this.peer(connectionId)?.getReceivers() ?? []
    const audio = receivers.find((it) => it.track.kind === 'audio')
    return audio?.getSynchronizationSources?.()[0]?.audioLevel ?? 0
  }

  health(connectionId: string): LinkHealth {
    return connectionId === this.session.connection?.connectionId
      ? this.outbound.health()
      : healthOf(this.peer(connectionId))
  }

  signal(type: string, data: string, to?: string): void {
    const receiver = to === undefined ? undefined : this.session.remoteConnections.get(to)
    if (to !== undefined && !receiver) return
    // A lost signal of this kind is made good by the next one; nothing waits for it.
    void this.session.signal({ type, data, to: receiver ? [receiver] : [] }).catch(() => {})
  }

  close(): void {
    this.closed = true
    if (this.session.connection) this.session.disconnect()
  }

  private peer(connectionId: string): RTCPeerConnection | undefined {
    return this.inbound.get(connectionId)?.stream.getRTCPeerConnection()
  }

  private listen(): void {
    const { session, events } = this
    session.on('connectionCreated', ({ connection }) => this.tell(connection))
    session.on('connectionDestroyed', ({ connection }) => {
      this.inbound.delete(connection.connectionId)
      events.left(connection.connectionId)
    })
    session.on('streamCreated', ({ stream }) => this.subscribe(stream))
    session.on('streamDestroyed', ({ stream }) => this.unsubscribe(stream))
    session.on('streamPropertyChanged', ({ stream }) => this.tell(stream.connection))
    session.on('reconnecting', () => events.reconnecting())
    session.on('reconnected', () => (this.closed ? this.openvidu.closeWs() : events.reconnected()))
    session.on('sessionDisconnected', ({ reason }) => events.disconnected(reason))
    session.on('signal', ({ type, data, from }) => events.signal(bare(type), data ?? '', from?.connectionId))
  }

  private subscribe(stream: Stream): void {
    const { connectionId } = stream.connection
    // No target element: the page's own <video> elements are attached as they appear.
    this.inbound.set(connectionId, this.session.subscribe(stream, undefined))
    this.tell(stream.connection)
  }

  private unsubscribe(stream: Stream): void {
    const { connectionId } = stream.connection
    if (this.inbound.get(connectionId)?.stream !== stream) return
    this.inbound.delete(connectionId)
    this.tell(stream.connection)
  }

  private tell(connection: Connection): void {
    if (connection.connectionId === this.session.connection?.connectionId) return
    this.events.changed(personOf(connection, this.inbound.get(connection.connectionId)?.stream))
  }
}

function personOf(connection: Connection, stream: Stream | undefined): RemotePerson {
  return {
    ...seatData(connection.data),
    connectionId: connection.connectionId,
    streamId: stream?.streamId,
    audioOn: Boolean(stream?.hasAudio && stream.audioActive),
    videoOn: Boolean(stream?.hasVideo && stream.videoActive),
  }
}

// The library puts its own prefix back before a signal's type, whichever way it was sent.
function bare(type: string | undefined): string {
  return (type ?? '').replace(/^signal:/, '')
}
