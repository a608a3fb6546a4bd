/** Only a path of this site is a place to come back to; anything else is the front page. */
export function safeReturnTo(value: unknown, otherwise = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/') || /^\/[/\\]/.test(value)) return otherwise
  return /^\/(sign-in|welcome|goodbye)\b/.test(value) ? otherwise : value
}

/** `again` has the provider ask for consent once more, where the person said no before. */
export function signInUrl(providerUrl: string, returnTo: string, again = false): string {
  return `${providerUrl}?returnTo=${encodeURIComponent(safeReturnTo(returnTo))}${again ? '&again=true' : ''}`
}
