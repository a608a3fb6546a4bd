export interface DeviceChoice {
  cameraId: string
  microphoneId: string
  speakerId: string
  cameraOn: boolean
  microphoneOn: boolean
}

const KEY = 'sarangbang.devices'
const first: DeviceChoice = {
  cameraId: '',
  microphoneId: '',
  speakerId: '',
  cameraOn: true,
  microphoneOn: true,
}

/** What was chosen last time on this machine, so that nobody sets up twice. */
export function rememberedChoice(): DeviceChoice {
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<DeviceChoice>) }
  } catch {
    return { ...first }
  }
}

export function rememberChoice(choice: DeviceChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice))
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
