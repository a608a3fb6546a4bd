import type { Page } from '@playwright/test'

declare global {
  interface Window {
    connections: RTCPeerConnection[]
  }
}

/** Runs before the page's own scripts: remembers every peer connection, so that its statistics can be read. */
export const RECORD_CONNECTIONS = `
  window.connections = []
  window.RTCPeerConnection = new Proxy(window.RTCPeerConnection, {
    construct(target, args) {
      const connection = new target(...args)
      window.connections.push(connection)
      return connection
    },
  })
`

/** Follows the frames that other people's video elements present, and keeps the longest pause between two. */
export const WATCH_FREEZES = `
  window.longestFreeze = 0
  for (const video of document.querySelectorAll('video[data-connection]')) {
    if (!video.srcObject || video.muted) continue
    let last = performance.now()
    const next = (now) => {
      window.longestFreeze = Math.max(window.longestFreeze, now - last)
      last = now
      video.requestVideoFrameCallback(next)
    }
    video.requestVideoFrameCallback(next)
  }
`

/** What one incoming stream has delivered so far. */
export interface Flow {
  id: number
  framesDecoded: number
  frameWidth: number
  framesLost: number
  audioEnergy: number
}

/** Every open connection that receives something, with what it has decoded (webrtc-stats, inbound-rtp). */
export function flow(page: Page): Promise<Flow[]> {
  return page.evaluate(async () => {
    const flows = []
    for (const [id, connection] of window.connections.entries()) {
      if (connection.connectionState === 'closed') continue
      const all = [...(await connection.getStats()).values()].filter((it) => it.type === 'inbound-rtp')
      if (!all.length) continue
      const video = all.find((it) => it.kind === 'video')
      const audio = all.find((it) => it.kind === 'audio')
      flows.push({
        id,
        framesDecoded: video?.framesDecoded ?? 0,
        frameWidth: video?.frameWidth ?? 0,
        framesLost: video?.packetsLost ?? 0,
        audioEnergy: audio?.totalAudioEnergy ?? 0,
      })
    }
    return flows
  })
}
