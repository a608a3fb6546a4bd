import { reachOf } from './addresses'
import type { Facts } from './facts'
import { broken, fine, warning, type Outcome } from './findings'

export function signalling({ signalling, page }: Facts): Outcome | undefined {
  if (!signalling) return undefined
  const { protocol, hostname } = new URL(signalling.address)
  if (page?.https && protocol === 'ws:') return broken('token-insecure')
  if (isNotFromHere(hostname, page?.host)) return broken('token-wrong-host', { host: hostname })
  if (signalling.forbidden) return broken('csp-blocks-signalling', { host: hostname })
  if (!signalling.opened) return broken('websocket-not-routed')
  if (signalling.pongMs !== undefined) return fine({ ms: Math.round(signalling.pongMs) })
  return broken(signalling.closed ? 'websocket-cut' : 'websocket-silent')
}

/** A page that was opened from outside is sent to an address that exists inside only. */
function isNotFromHere(host: string, pageHost = host): boolean {
  const inside = (it: string) => ['loopback', 'private'].includes(reachOf(it))
  return inside(host) && !inside(pageHost)
}

export function join({ join }: Facts): Outcome | undefined {
  if (!join) return undefined
  if (join.refused) return broken('join-refused', { said: join.refused })
  return join.servers.length ? fine() : warning('ice-servers-missing')
}
