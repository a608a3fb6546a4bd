import { onScopeDispose, reactive } from 'vue'

interface Option {
  value: string
  label: string
}

/** What is plugged in. Names are empty until one device was allowed, so this is asked again after each capture. */
export function useDeviceList() {
  const devices = reactive({ cameras: [] as Option[], microphones: [] as Option[], speakers: [] as Option[] })

  async function refresh(): Promise<void> {
    const found = (await navigator.mediaDevices?.enumerateDevices?.().catch(() => [])) ?? []
    devices.cameras = optionsOf(found, 'videoinput')
    devices.microphones = optionsOf(found, 'audioinput')
    devices.speakers = optionsOf(found, 'audiooutput')
  }

  navigator.mediaDevices?.addEventListener?.('devicechange', refresh)
  onScopeDispose(() => navigator.mediaDevices?.removeEventListener?.('devicechange', refresh))

  return { devices, refresh }
}

function optionsOf(found: readonly MediaDeviceInfo[], kind: MediaDeviceKind): Option[] {
  return found
    .filter((it) => it.kind === kind && it.deviceId !== '' && it.label !== '')
    .map((it) => ({ value: it.deviceId, label: it.label }))
}
