import type { DeviceKind, DeviceTrouble } from '@/features/devices'
import type { Step } from './steps'

/** What is wrong; the doctor uses the same names for the same causes. */
export const causes = [
  'public-url-not-https',
  'in-app-browser',
  'webrtc-missing',
  'camera-forbidden-by-policy',
  'offline',
  'site-unreachable',
  'gateway-unreachable',
  'service-down',
  'clock-skewed-here',
  'date-missing',
  'openvidu-unreachable',
  'too-many-tests',
  'test-not-offered',
  'websocket-not-routed',
  'websocket-cut',
  'websocket-silent',
  'csp-blocks-signalling',
  'token-insecure',
  'token-wrong-host',
  'join-refused',
  'ice-servers-missing',
  'publish-refused',
  'candidates-missing',
  'candidates-private',
  'media-not-returned',
  'line-lossy',
  'line-slow',
  'udp-blocked',
  'tcp-blocked',
  'turn-wrong-secret',
  'turn-udp-closed',
  'turn-tcp-closed',
  'turn-tls-closed',
  'turn-over-443-missing',
  'turn-cannot-reach-media',
  'other-way-taken',
  'too-late',
] as const

type DeviceCause = `${Exclude<DeviceKind, 'screen'>}-${DeviceTrouble}`
export type Cause = (typeof causes)[number] | DeviceCause

/**
 * `warning` works worse than it could; `absent` is not there and needs not be; `unmeasured` is not known, which is never
 * taken for fine.
 */
export type State = 'fine' | 'warning' | 'broken' | 'absent' | 'skipped' | 'unmeasured'

export type Values = Record<string, string | number>

export interface Outcome {
  state: State
  cause?: Cause
  /** Why it could not be measured: a cause that another step names already, or one of its own. */
  because?: Cause
  values?: Values
}

export interface Finding extends Outcome {
  step: Step
}

export const fine = (values?: Values): Outcome => ({ state: 'fine', values })
export const warning = (cause: Cause, values?: Values): Outcome => ({ state: 'warning', cause, values })
export const broken = (cause: Cause, values?: Values): Outcome => ({ state: 'broken', cause, values })
export const unmeasured = (because: Cause): Outcome => ({ state: 'unmeasured', because })
export const absent = (cause?: Cause): Outcome => ({ state: 'absent', cause })
