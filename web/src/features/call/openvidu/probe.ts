import type { Signalling } from '../testCall'
import { signallingUrl } from './knock'

const PATIENCE = 6_000

/** Opens a WebSocket where the library would, and says the first thing that the library says. */
export function probe(token: string | undefined, patience = PATIENCE): Promise<Signalling> {
  const url = token
    ? signallingUrl(token)
    : `${location.origin.replace(/^http/, 'ws')}/openvidu?sessionId=test`
  const found: Signalling = { address: new URL(url).origin, opened: false, closed: false, forbidden: false }
  const watched = watchPolicy(found)
  return ask(url, found, patience).finally(watched)
}

function ask(url: string, found: Signalling, patience: number): Promise<Signalling> {
  return new Promise((resolve) => {
    const socket = openSocket(url)
    if (!socket) return resolve(found)
    let askedAt = 0
    const end = () => {
      clearTimeout(timer)
      socket.onclose = socket.onerror = socket.onmessage = null
      socket.close()
      resolve(found)
    }
    const timer = setTimeout(end, patience)
    socket.onopen = () => {
      found.opened = true
      askedAt = performance.now()
      socket.send(JSON.stringify({ jsonrpc: '2.0', method: 'ping', params: { interval: 5000 }, id: 0 }))
    }
    socket.onmessage = ({ data }) => {
      if (!isPong(data)) return
      found.pongMs = performance.now() - askedAt
      end()
    }
    socket.onclose = socket.onerror = () => {
      found.closed = true
      end()
    }
  })
}

// A page under https may not even make a WebSocket without TLS: the constructor throws.
function openSocket(url: string): WebSocket | undefined {
  try {
    return new WebSocket(url)
  } catch {
    return undefined
  }
}

function isPong(data: unknown): boolean {
  try {
    return (JSON.parse(String(data)) as { result?: { value?: string } }).result?.value === 'pong'
  } catch {
    return false
  }
}

function watchPolicy(found: Signalling): () => void {
  const seen = ({ effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (effectiveDirective === 'connect-src') found.forbidden = true
  }
  document.addEventListener('securitypolicyviolation', seen)
  return () => document.removeEventListener('securitypolicyviolation', seen)
}
