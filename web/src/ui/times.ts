const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** "3 hours ago", "in 2 days"; nothing within a minute, where clocks disagree anyway and "now" is the word. */
export function relativeTime(at: string, now: number, locale: string): string | undefined {
  const seconds = (Date.parse(at) - now) / 1000
  if (!Number.isFinite(seconds)) return undefined
  const unit = units.find(([, size]) => Math.abs(seconds) >= size)
  return (
    unit &&
    new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(seconds / unit[1]), unit[0])
  )
}
