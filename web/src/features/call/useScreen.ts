import { onScopeDispose, ref, shallowRef } from 'vue'
import { captureScreen, deviceTrouble, type DeviceTrouble } from '@/features/devices'

/** The screen this person shows, if any; ended from here, from the browser's own bar, or with the call. */
export function useScreen() {
  const track = shallowRef<MediaStreamTrack>()
  const trouble = ref<DeviceTrouble>()

  async function start(): Promise<void> {
    trouble.value = undefined
    if (!navigator.mediaDevices?.getDisplayMedia) {
      trouble.value = window.isSecureContext ? 'unsupported' : 'insecure'
      return
    }
    try {
      adopt(await captureScreen())
    } catch (error) {
      const why = deviceTrouble(error)
      // Closing the browser's chooser is a decision, not a failure; only the system's refusal needs words.
      trouble.value = why === 'denied' || why === 'dismissed' ? undefined : why
    }
  }

  function adopt(captured: MediaStreamTrack): void {
    track.value = captured
    captured.addEventListener('ended', () => track.value === captured && stop())
  }

  function stop(): void {
    track.value?.stop()
    track.value = undefined
  }

  const dismiss = () => (trouble.value = undefined)

  onScopeDispose(stop)

  return { track, trouble, start, stop, dismiss }
}
