import { describe, expect, it } from 'vitest'
import { safeReturnTo, signInUrl } from './returnTo'
import { untilRenewal } from './useFreshSession'

describe('where to come back to', () => {
  it.each(['/', '/r/kfm-wqtz-hbp', '/r/kfm-wqtz-hbp?x=1'])('keeps %s', (path) => {
    expect(safeReturnTo(path)).toBe(path)
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '',
    undefined,
    ['/a'],
    '/sign-in?returnTo=/',
  ])('does not follow %s', (path) => expect(safeReturnTo(path)).toBe('/'))

  it('is handed to the provider’s sign-in', () => {
    expect(signInUrl('/api/auth/sign-in/kakao', '/r/a?b=c')).toBe(
      '/api/auth/sign-in/kakao?returnTo=%2Fr%2Fa%3Fb%3Dc',
    )
  })
})

describe('the next renewal', () => {
  const now = Date.parse('2026-11-20T01:00:00Z')

  it('is a minute before the session ends', () => {
    expect(untilRenewal('2026-11-20T01:05:00Z', now)).toBe(4 * 60_000)
  })

  it.each(['2026-11-20T00:00:00Z', '2020-01-01T00:00:00Z', 'not a date'])(
    'never comes in a tight loop after %s',
    (expiresAt) => {
      expect(untilRenewal(expiresAt, now)).toBe(30_000)
    },
  )

  it('does not trust a clock that says next year', () => {
    expect(untilRenewal('2027-11-20T01:00:00Z', now)).toBe(600_000)
  })
})
