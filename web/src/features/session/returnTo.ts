/** Only a path of this site is a place to come back to; anything else is the front page. */
export function safeReturnTo(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || /^\/[/\\]/.test(value)) return '/'
  return value.startsWith('/sign-in') ? '/' : value
}

export function signInUrl(providerUrl: string, returnTo: string): string {
  return `${providerUrl}?returnTo=${encodeURIComponent(safeReturnTo(returnTo))}`
}
