import type { Sent, Signalling } from '@/features/call'
import type { DeviceTrouble } from '@/features/devices'

/** What the browser was asked and what it answered, before anybody says what that means. */
export interface Facts {
  page?: { secure: boolean; https: boolean; host: string }
  browser?: { app?: string; webrtc: boolean }
  devices?: DevicesFact
  site?: SiteFact
  ticket?: TicketFact
  signalling?: Signalling
  join?: { refused?: string; servers: string[] }
  media?: Sent
  'direct-udp'?: Sent
  'direct-tcp'?: Sent
  relays?: Relay[]
  relayed?: Sent
}

export interface DevicesFact {
  skipped?: boolean
  /** The page itself may not ask, whatever the person says. */
  forbidden?: boolean
  camera?: DeviceTrouble
  microphone?: DeviceTrouble
}

export interface SiteFact {
  online: boolean
  /** None where nothing answered. */
  status?: number
  /** The service that a refusal names. */
  service?: string
  /** How far this device's clock is ahead of the server's. */
  aheadSeconds?: number
}

export interface TicketFact {
  status: number
  problem?: string
  service?: string
}

/** Whether a relay gave us an address; `error` is what it, or the browser, said instead. */
export interface Relay {
  way: RelayWay
  address: boolean
  error?: number
}

export type RelayWay = 'turn-udp' | 'turn-tcp' | 'turn-tls'

/** How a relay's address is reached, or nothing where it is no relay (`stun:`). */
export function relayWay(url: string): RelayWay | undefined {
  if (/^turns:/i.test(url)) return 'turn-tls'
  if (!/^turn:/i.test(url)) return undefined
  return /[?&]transport=tcp/i.test(url) ? 'turn-tcp' : 'turn-udp'
}
