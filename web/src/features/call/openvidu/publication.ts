import type { Outgoing } from '../engine'

/** What the media server currently gets from us. */
export interface Publication {
  hasAudio: boolean
  hasVideo: boolean
}

export type PublicationStep = 'nothing' | 'publish' | 'republish' | 'adjust'

/** A kind of media that was not there when the stream was published needs a new stream; all else is changed in place. */
export function publicationStep(current: Publication | undefined, wanted: Outgoing): PublicationStep {
  if (!current) return wanted.audio || wanted.video ? 'publish' : 'nothing'
  const missing = (wanted.audio && !current.hasAudio) || (wanted.video && !current.hasVideo)
  return missing ? 'republish' : 'adjust'
}
