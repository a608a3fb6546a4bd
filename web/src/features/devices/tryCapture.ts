import { deviceTrouble, type DeviceTrouble } from './deviceTrouble'

/** Takes devices and gives them back at once; the trouble where they cannot be had. */
export async function tryCapture(wanted: MediaStreamConstraints): Promise<DeviceTrouble | undefined> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(wanted)
    for (const track of stream.getTracks()) track.stop()
    return undefined
  } catch (error) {
    return deviceTrouble(error)
  }
}
