export type Reach = 'loopback' | 'private' | 'public' | 'hidden'

/** From where an address can be reached. Browsers hide their own behind a name until a camera is allowed. */
export function reachOf(address: string | undefined): Reach {
  if (!address || /\.local$/i.test(address)) return 'hidden'
  const host = address.replace(/^\[|\]$/g, '').toLowerCase()
  if (host === 'localhost' || host === '::1' || host.startsWith('127.')) return 'loopback'
  return isPrivate(host) ? 'private' : 'public'
}

function isPrivate(host: string): boolean {
  if (host.includes(':')) return /^(f[cd]|fe[89ab])/.test(host)
  const [a, b] = host.split('.').map(Number) as [number, number]
  if (!/^\d+(\.\d+){3}$/.test(host)) return false
  return (
    a === 10 ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168) ||
    (a === 169 && b === 254) ||
    isShared(a, b)
  )
}

// Between a provider and its customers (RFC 6598), and what some container networks are numbered with.
function isShared(a: number, b: number): boolean {
  return a === 100 && b >= 64 && b < 128
}

/** Enough to tell networks apart, too little to tell people apart: 203.0.113.x and 2001:db8:1:…, as on the account page. */
export function cut(address: string | undefined): string | undefined {
  if (!address || reachOf(address) === 'hidden') return undefined
  if (!address.includes(':')) return address.replace(/\.\d+$/, '.x')
  return `${address.split(':').slice(0, 3).join(':')}:…`
}
