import type { OpenVidu, Publisher, Session } from 'openvidu-browser'
import type { LinkHealth, Outgoing } from '../engine'
import { publicationStep } from './publication'

/**
 * This person's one stream to the media server. The library stops the tracks it is given whenever it pleases, so it gets
 * copies; the camera itself belongs to the page.
 */
export class Outbound {
  private publisher: Publisher | undefined
  private sent: Outgoing = {}
  private queue: Promise<void> = Promise.resolve()

  constructor(
    private readonly openvidu: OpenVidu,
    private readonly session: Session,
  ) {}

  send(wanted: Outgoing): Promise<void> {
    const step = this.queue.then(() => this.become(wanted))
    this.queue = step.catch(() => {})
    return step
  }

  health(): LinkHealth {
    return healthOf(this.publisher?.stream.getRTCPeerConnection())
  }

  private async become(wanted: Outgoing): Promise<void> {
    switch (publicationStep(this.publisher?.stream, wanted)) {
      case 'nothing':
        return
      case 'publish':
        return this.publish(wanted)
      case 'republish':
        await this.session.unpublish(this.publisher!)
        this.publisher = undefined
        return this.publish(wanted)
      case 'adjust':
        return this.adjust(this.publisher!, wanted)
    }
  }

  private async publish(wanted: Outgoing): Promise<void> {
    const publisher = await this.openvidu.initPublisherAsync(undefined as unknown as HTMLElement, {
      audioSource: wanted.audio?.clone() ?? false,
      videoSource: wanted.video?.clone() ?? false,
      publishAudio: wanted.audio?.enabled ?? false,
      publishVideo: wanted.video !== undefined,
      mirror: false,
    })
    await this.session.publish(publisher)
    this.publisher = publisher
    this.sent = wanted
  }

  private async adjust(publisher: Publisher, wanted: Outgoing): Promise<void> {
    if (publisher.stream.hasVideo) await this.adjustVideo(publisher, wanted.video)
    if (publisher.stream.hasAudio) await this.adjustAudio(publisher, wanted.audio)
    this.sent = wanted
  }

  // The library's publishVideo() never answers when there is nothing to change, so it is only asked for changes.
  private async adjustVideo(publisher: Publisher, wanted: MediaStreamTrack | undefined): Promise<void> {
    const active = publisher.stream.videoActive
    if (!wanted) {
      if (active) await publisher.publishVideo(false, true)
    } else if (!active) {
      await publisher.publishVideo(true, wanted.clone())
    } else if (wanted !== this.sent.video) {
      await publisher.replaceTrack(wanted.clone())
    }
  }

  private async adjustAudio(publisher: Publisher, wanted: MediaStreamTrack | undefined): Promise<void> {
    if (wanted && wanted !== this.sent.audio) await publisher.replaceTrack(wanted.clone())
    publisher.publishAudio(wanted?.enabled ?? false)
  }
}

export function healthOf(connection: RTCPeerConnection | undefined): LinkHealth {
  const state = connection?.iceConnectionState
  if (state === 'failed') return 'failed'
  return state === 'disconnected' || state === 'new' || state === 'checking' ? 'trying' : 'good'
}
