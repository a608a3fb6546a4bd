/** A network for people: "203.0.113.x" instead of 203.0.113.0/24, "2001:db8:1:…" instead of 2001:db8:1::/48. */
export function networkWords(network: string): string {
  const [address = '', bits] = network.split('/')
  if (bits === '24') return address.replace(/\.\d+$/, '.x')
  if (bits && address.endsWith('::')) return `${address.slice(0, -1)}…`
  return network
}
