import { computed, onScopeDispose, reactive, ref, watch } from 'vue'
import { captureBoth, captureCamera, captureMicrophone } from './capture'
import { rememberChoice, rememberedChoice } from './deviceMemory'
import { troubleBeforeAsking } from './deviceTrouble'
import { useDeviceList } from './useDeviceList'
import { useLocalTrack } from './useLocalTrack'

export type LocalMedia = ReturnType<typeof useLocalMedia>

/** This person's camera and microphone, from the preview to the end of the call. */
export function useLocalMedia() {
  const choice = reactive(rememberedChoice())
  const camera = useLocalTrack()
  const microphone = useLocalTrack()
  const starting = ref(false)
  const list = useDeviceList()

  const cameraOn = computed(() => choice.cameraOn && camera.track.value !== undefined)
  const microphoneOn = computed(() => choice.microphoneOn && microphone.track.value !== undefined)

  watch(choice, (now) => rememberChoice({ ...now }))
  watch(
    [microphone.track, () => choice.microphoneOn],
    ([track, on]) => {
      if (track) track.enabled = on
    },
    { immediate: true },
  )

  async function start(): Promise<void> {
    const trouble = troubleBeforeAsking()
    camera.trouble.value = microphone.trouble.value = trouble
    if (trouble) return
    starting.value = true
    await (choice.cameraOn ? startBoth() : startMicrophone())
    starting.value = false
    await list.refresh()
  }

  async function startBoth(): Promise<void> {
    try {
      const captured = await captureBoth(choice.cameraId, choice.microphoneId)
      camera.adopt(captured.video)
      microphone.adopt(captured.audio)
    } catch {
      // One failing device fails the pair without saying which: ask for each by itself.
      await startCamera()
      await startMicrophone()
    }
  }

  const startCamera = () => camera.acquire(() => captureCamera(choice.cameraId, false))
  const startMicrophone = () => microphone.acquire(() => captureMicrophone(choice.microphoneId, false))

  async function setCamera(on: boolean): Promise<void> {
    if (on && !camera.track.value && !(await startCamera())) return
    choice.cameraOn = on
    // A camera that is off must not keep its light on.
    if (!on) camera.release()
    await list.refresh()
  }

  async function setMicrophone(on: boolean): Promise<void> {
    if (on && !microphone.track.value && !(await startMicrophone())) return
    choice.microphoneOn = on
    await list.refresh()
  }

  async function chooseCamera(id: string): Promise<void> {
    camera.release()
    if (!(await camera.acquire(() => captureCamera(id, true)))) return
    choice.cameraId = id
    choice.cameraOn = true
  }

  async function chooseMicrophone(id: string): Promise<void> {
    if (await microphone.acquire(() => captureMicrophone(id, true))) choice.microphoneId = id
  }

  const chooseSpeaker = (id: string) => (choice.speakerId = id)

  function stop(): void {
    camera.release()
    microphone.release()
  }

  onScopeDispose(stop)

  return {
    choice,
    camera,
    microphone,
    cameraOn,
    microphoneOn,
    starting,
    devices: list.devices,
    start,
    setCamera,
    setMicrophone,
    chooseCamera,
    chooseMicrophone,
    chooseSpeaker,
    stop,
  }
}
