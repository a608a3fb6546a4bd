import { Problem } from '@/problems'

/** Goes to an address that the server named; anything but a web page there would be a mistake or an attack. */
export function leaveFor(address: string): void {
  const url = new URL(address, location.href)
  if (!/^https?:$/.test(url.protocol)) throw new Problem('unexpected')
  location.assign(url.href)
}
