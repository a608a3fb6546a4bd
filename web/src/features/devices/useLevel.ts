import { onScopeDispose, ref, watch, type Ref } from 'vue'

const EVERY = 80

/** How loud a track is now, 0 to 1; the meter that tells people their microphone works before anybody waits for them. */
export function useLevel(track: Ref<MediaStreamTrack | undefined>) {
  const level = ref(0)
  let context: AudioContext | undefined
  let stopCurrent = () => {}

  watch(track, start, { immediate: true })

  function start(now: MediaStreamTrack | undefined): void {
    stopCurrent()
    level.value = 0
    if (!now || typeof AudioContext === 'undefined') return
    context ??= new AudioContext()
    stopCurrent = measure(context, now, (value) => (level.value = value))
  }

  // Browsers keep audio asleep until the person has touched the page.
  const wake = () => void context?.resume().catch(() => {})
  window.addEventListener('pointerdown', wake)
  window.addEventListener('keydown', wake)

  onScopeDispose(() => {
    stopCurrent()
    window.removeEventListener('pointerdown', wake)
    window.removeEventListener('keydown', wake)
    void context?.close().catch(() => {})
  })

  return level
}

function measure(
  context: AudioContext,
  track: MediaStreamTrack,
  report: (level: number) => void,
): () => void {
  const source = context.createMediaStreamSource(new MediaStream([track]))
  const analyser = context.createAnalyser()
  analyser.fftSize = 512
  source.connect(analyser)
  const samples = new Float32Array(analyser.fftSize)
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    report(loudness(samples))
  }, EVERY)
  return () => {
    clearInterval(timer)
    source.disconnect()
  }
}

/** Root mean square on a decibel scale: −55 dB is silence, −10 dB is loud speech. */
export function loudness(samples: Float32Array): number {
  let sum = 0
  for (const sample of samples) sum += sample * sample
  const decibels = 20 * Math.log10(Math.sqrt(sum / samples.length) || 1e-6)
  return Math.min(Math.max((decibels + 55) / 45, 0), 1)
}
