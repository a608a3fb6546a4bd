import { OpenVidu, type Publisher, type Session } from 'openvidu-browser'
import { Problem } from '@/problems'
import type { RelayAnswer, Sent, Signalling, TestCall, Way } from '../testCall'
import { describe, within } from './knock'
import { keepTo } from './keepTo'
import { probe } from './probe'
import { askRelays, isRelay } from './relays'
import { sentOf } from './sent'
import { TestPicture } from './testPicture'

const PATIENCE = 10_000
const LOOK_EVERY = 250
/** Some seconds tell more about a line than its first pictures; a way only has to be open. */
const ENOUGH_FRAMES: Record<Way, number> = { any: 45, 'direct-udp': 5, 'direct-tcp': 5, relayed: 10 }

/** A call of one, whose stream the media server sends back, over the unmodified openvidu-browser. */
export class OpenViduTestCall implements TestCall {
  private readonly openvidu = new OpenVidu()
  private readonly session: Session = this.openvidu.initSession()
  private picture: TestPicture | undefined
  private closed = false

  constructor() {
    this.openvidu.enableProdMode()
    // The library goes on looking for the server after a goodbye it could not say.
    this.session.on('reconnected', () => this.closed && this.openvidu.closeWs())
  }

  signalling(token?: string): Promise<Signalling> {
    return probe(token)
  }

  async join(token: string): Promise<string[]> {
    try {
      await within(PATIENCE, this.session.connect(token))
    } catch (error) {
      throw new Problem('media-connection-failed', 0, { cause: describe(error) })
    }
    if (this.closed) this.close()
    // Without a word from the server the library would ask strangers on the Internet.
    return this.servers().flatMap((it) => it.urls)
  }

  async send(way: Way, forMs: number): Promise<Sent> {
    if (this.closed) return { connected: false, frames: 0, offered: [] }
    const publisher = await this.prepare(way)
    try {
      await within(PATIENCE, ready(publisher))
      const published = this.session.publish(publisher)
      const connection = publisher.stream.getRTCPeerConnection()
      if (way === 'direct-udp' || way === 'direct-tcp')
        keepTo(connection, way === 'direct-udp' ? 'udp' : 'tcp')
      await within(PATIENCE, published)
      return await this.watch(connection, ENOUGH_FRAMES[way], forMs)
    } catch (error) {
      return { connected: false, frames: 0, offered: [], refused: describe(error) }
    } finally {
      await this.takeBack(publisher)
    }
  }

  relays(): Promise<RelayAnswer[]> {
    return askRelays(this.servers())
  }

  close(): void {
    this.closed = true
    this.picture?.stop()
    if (this.session.connection) this.session.disconnect()
  }

  private servers(): RTCIceServer[] {
    return this.openvidu.iceServers ?? []
  }

  private async prepare(way: Way): Promise<Publisher> {
    this.openvidu.setAdvancedConfiguration({ rtcConfiguration: this.configurationFor(way) })
    this.picture ??= new TestPicture()
    const publisher = await this.openvidu.initPublisherAsync(undefined as unknown as HTMLElement, {
      audioSource: this.picture.audio.clone(),
      videoSource: this.picture.video.clone(),
      mirror: false,
    })
    publisher.subscribeToRemote()
    return publisher
  }

  private configurationFor(way: Way): RTCConfiguration {
    const all = this.servers()
    if (way === 'any') return { iceServers: all }
    if (way === 'relayed') return { iceServers: all.filter(isRelay), iceTransportPolicy: 'relay' }
    return { iceServers: all.filter((it) => !isRelay(it)) }
  }

  /** Until enough pictures came back, or the time is over: then what there is by then. */
  private async watch(connection: RTCPeerConnection, enough: number, forMs: number): Promise<Sent> {
    const end = performance.now() + forMs
    const screen = play(connection)
    for (;;) {
      const sent = sentOf((await connection.getStats()).values(), connection.remoteDescription?.sdp)
      if (sent.frames >= enough || performance.now() >= end || this.closed) {
        screen.srcObject = null
        return sent
      }
      await pause(LOOK_EVERY)
    }
  }

  private async takeBack(publisher: Publisher): Promise<void> {
    if (!this.closed) await within(PATIENCE, this.session.unpublish(publisher)).catch(() => {})
  }
}

/** The library publishes at once only when it knows the picture's size; before, there is no connection to look at. */
async function ready({ stream }: Publisher): Promise<void> {
  while (!stream.isLocalStreamReadyToPublish) await pause(20)
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Some browsers decode only what is played somewhere. */
function play(connection: RTCPeerConnection): HTMLVideoElement {
  const screen = document.createElement('video')
  screen.muted = true
  screen.playsInline = true
  screen.srcObject = new MediaStream(connection.getReceivers().map((it) => it.track))
  void screen.play().catch(() => {})
  return screen
}
