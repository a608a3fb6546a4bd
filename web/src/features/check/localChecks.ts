import { troubleOfBoth } from '@/features/devices'
import type { Facts } from './facts'
import { broken, fine, unmeasured, warning, type Outcome } from './findings'

/** More than this and credentials that last for minutes are over before they begin. */
const CLOCK_TOLERANCE = 60

export function page({ page }: Facts): Outcome | undefined {
  return page && (page.secure ? fine() : broken('public-url-not-https'))
}

export function browser({ browser }: Facts): Outcome | undefined {
  if (!browser) return undefined
  if (!browser.webrtc) return broken('webrtc-missing')
  return browser.app ? warning('in-app-browser', { app: browser.app }) : fine()
}

export const camera = (facts: Facts) => device(facts, 'camera')
export const microphone = (facts: Facts) => device(facts, 'microphone')

function device({ devices }: Facts, kind: 'camera' | 'microphone'): Outcome | undefined {
  if (!devices) return undefined
  if (devices.skipped) return { state: 'skipped' }
  if (devices.forbidden) return broken('camera-forbidden-by-policy')
  const trouble = devices[kind]
  if (!trouble) return fine()
  const both = troubleOfBoth(devices.camera, devices.microphone)
  const cause = both ? (`both-${both}` as const) : (`${kind}-${trouble}` as const)
  // People can do without being seen, but hardly without being heard.
  return kind === 'camera' ? warning(cause) : broken(cause)
}

export function site({ site }: Facts): Outcome | undefined {
  if (!site) return undefined
  if (site.status === undefined) return broken(site.online ? 'site-unreachable' : 'offline')
  if (site.status < 500) return fine()
  return site.service ? broken('service-down', { service: site.service }) : broken('gateway-unreachable')
}

export function clock({ site }: Facts): Outcome | undefined {
  if (!site) return undefined
  if (site.aheadSeconds === undefined) return unmeasured('date-missing')
  const seconds = Math.abs(Math.round(site.aheadSeconds))
  return seconds > CLOCK_TOLERANCE ? warning('clock-skewed-here', { seconds }) : fine()
}

export function ticket({ ticket }: Facts): Outcome | undefined {
  if (!ticket) return undefined
  if (ticket.status === 201) return fine()
  if (ticket.status === 0) return broken('site-unreachable')
  if (ticket.status === 429 || ticket.problem === 'too-many-connection-tests')
    return unmeasured('too-many-tests')
  if (ticket.status < 500) return unmeasured('test-not-offered')
  if (ticket.problem === 'media-server-unreachable' || ticket.service === 'media-server')
    return broken('openvidu-unreachable')
  return ticket.service ? broken('service-down', { service: ticket.service }) : broken('gateway-unreachable')
}
