import { troubleBeforeAsking, tryCapture } from '@/features/devices'
import { inAppBrowser } from '@/features/inapp'
import type { DevicesFact, Facts } from './facts'

export function askPage(): NonNullable<Facts['page']> {
  const { protocol, hostname } = location
  return { secure: window.isSecureContext, https: protocol === 'https:', host: hostname }
}

export function askBrowser(): NonNullable<Facts['browser']> {
  return { app: inAppBrowser(), webrtc: typeof RTCPeerConnection === 'function' }
}

/** Turns the devices on and off again at once: whether they can be had is all that is asked. */
export async function askDevices(): Promise<DevicesFact> {
  const trouble = troubleBeforeAsking()
  if (trouble) return { camera: trouble, microphone: trouble }
  if (isForbidden()) return { forbidden: true }
  if ((await tryCapture({ video: true, audio: true })) === undefined) return {}
  // One failing device fails the pair without saying which.
  const camera = await tryCapture({ video: true })
  return { camera, microphone: await tryCapture({ audio: true }) }
}

/** Only Chromium tells a page what its Permissions-Policy allows. */
function isForbidden(): boolean {
  const { featurePolicy } = document as { featurePolicy?: { allowsFeature(name: string): boolean } }
  return (
    featurePolicy !== undefined && !['camera', 'microphone'].every((it) => featurePolicy.allowsFeature(it))
  )
}
