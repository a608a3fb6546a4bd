/** The code out of whatever people paste: a link, a code with or without hyphens, in any case. */
export function roomCodeIn(text: string): string | undefined {
  const path = text.trim().match(/\/r\/([\w-]+)/)?.[1]
  const letters = (path ?? text).toLowerCase().replace(/[^a-z0-9]/g, '')
  return /^[a-z0-9]{10}$/.test(letters) ? letters.replace(/^(.{3})(.{4})(.{3})$/, '$1-$2-$3') : undefined
}
