import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { deviceTrouble, troubleBeforeAsking, type DeviceTrouble } from './deviceTrouble'

export interface LocalTrack {
  track: ShallowRef<MediaStreamTrack | undefined>
  trouble: Ref<DeviceTrouble | undefined>
  busy: Ref<boolean>
  adopt: (track: MediaStreamTrack | undefined) => void
  acquire: (capture: () => Promise<MediaStreamTrack>) => Promise<boolean>
  fail: (error: unknown) => void
  release: () => void
  dismiss: () => void
}

/** One captured track and the reason where there is none. */
export function useLocalTrack(): LocalTrack {
  const track = shallowRef<MediaStreamTrack>()
  const trouble = ref<DeviceTrouble>()
  const busy = ref(false)

  function adopt(next: MediaStreamTrack | undefined): void {
    const previous = track.value
    track.value = next
    if (previous && previous !== next) previous.stop()
    if (!next) return
    trouble.value = undefined
    next.addEventListener('ended', () => lost(next))
  }

  // Only tracks that end by themselves fire this: unplugged, taken by the system, or the permission withdrawn.
  function lost(ended: MediaStreamTrack): void {
    if (track.value !== ended) return
    track.value = undefined
    trouble.value = 'lost'
  }

  async function acquire(capture: () => Promise<MediaStreamTrack>): Promise<boolean> {
    trouble.value = troubleBeforeAsking()
    if (trouble.value) return false
    busy.value = true
    try {
      adopt(await capture())
      return true
    } catch (error) {
      fail(error)
      return false
    } finally {
      busy.value = false
    }
  }

  const fail = (error: unknown) => void (trouble.value = deviceTrouble(error))
  const release = () => adopt(undefined)

  const dismiss = () => void (trouble.value = undefined)

  return { track, trouble, busy, adopt, acquire, fail, release, dismiss }
}
