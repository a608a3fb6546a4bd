import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { useLevel, type LocalMedia } from '@/features/devices'

const LOUD = 0.42
const HANGOVER = 900
/** A cough is not a speech to nobody. */
const SUSTAINED = 8

/** Whether this person speaks, and whether they do so with the microphone off. */
export function useOwnVoice(media: LocalMedia) {
  // A muted track measures silence, so a copy that stays on is listened to; it never leaves this machine.
  const ear = shallowRef<MediaStreamTrack>()
  const level = useLevel(computed(() => ear.value))
  const speaking = ref(false)
  const unheard = ref(false)
  let loudAt = 0
  let loudFor = 0

  watch(media.microphone.track, listen, { immediate: true })
  watch(media.microphoneOn, () => ((unheard.value = false), (loudFor = 0)))
  const timer = setInterval(judge, 120)

  function listen(track: MediaStreamTrack | undefined): void {
    ear.value?.stop()
    ear.value = track?.clone()
    if (ear.value) ear.value.enabled = true
  }

  function judge(): void {
    const now = Date.now()
    const loud = level.value > LOUD
    if (loud) loudAt = now
    speaking.value = media.microphoneOn.value && now - loudAt < HANGOVER
    loudFor = !media.microphoneOn.value && loud ? loudFor + 1 : Math.max(loudFor - 0.25, 0)
    if (loudFor > SUSTAINED) unheard.value = true
  }

  onScopeDispose(() => {
    clearInterval(timer)
    ear.value?.stop()
  })

  return { speaking, unheard }
}
