export type DeviceKind = 'camera' | 'microphone' | 'both' | 'screen'

export const troubles = [
  'denied',
  'dismissed',
  'system',
  'in-use',
  'none',
  'constraint',
  'insecure',
  'unsupported',
  'lost',
  'unknown',
] as const

/** Why a camera, a microphone or a screen could not be had; each has a sentence that says what to do. */
export type DeviceTrouble = (typeof troubles)[number]

/** The same cause for both is told once. */
export const sharedTroubles: readonly DeviceTrouble[] = [
  'denied',
  'dismissed',
  'system',
  'none',
  'insecure',
  'unsupported',
]

export function troubleOfBoth(camera?: DeviceTrouble, microphone?: DeviceTrouble): DeviceTrouble | undefined {
  return camera !== undefined && camera === microphone && sharedTroubles.includes(camera) ? camera : undefined
}

/** Checked before asking the browser, which would only say that `mediaDevices` is undefined. */
export function troubleBeforeAsking(): DeviceTrouble | undefined {
  if (!window.isSecureContext) return 'insecure'
  return typeof navigator.mediaDevices?.getUserMedia === 'function' ? undefined : 'unsupported'
}

export function deviceTrouble(error: unknown): DeviceTrouble {
  const { name, message } = nameAndMessage(error)
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return refusal(message)
    case 'SecurityError':
      return window.isSecureContext ? 'denied' : 'insecure'
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'in-use'
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      return 'none'
    case 'OverconstrainedError':
    case 'ConstraintNotSatisfiedError':
      return 'constraint'
    case 'NotSupportedError':
      return 'unsupported'
    default:
      return 'unknown'
  }
}

// One error name covers three cases with three different remedies; Chromium tells them apart in its message only.
function refusal(message: string): DeviceTrouble {
  if (/by system/i.test(message)) return 'system'
  return /dismissed/i.test(message) ? 'dismissed' : 'denied'
}

function nameAndMessage(error: unknown): { name: string; message: string } {
  if (error === null || typeof error !== 'object') return { name: '', message: '' }
  const { name = '', message = '' } = error as { name?: string; message?: string }
  // Older Safari says only "Error" and keeps the name in the constructor.
  return { name: name === 'Error' ? error.constructor.name : name, message }
}
