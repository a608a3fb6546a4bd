import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { show, until } from '@/testing/page'
import { relativeTime } from './times'
import { UiTime } from './index'

const now = Date.parse('2026-11-20T01:00:00Z')
const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()

describe('how long ago', () => {
  it.each([
    [61, '1분 전', '1 minute ago'],
    [59 * 60, '59분 전', '59 minutes ago'],
    [2 * 3600, '2시간 전', '2 hours ago'],
    [26 * 3600, '어제', 'yesterday'],
    [9 * 86_400, '9일 전', '9 days ago'],
    [95 * 86_400, '3개월 전', '3 months ago'],
    [800 * 86_400, '2년 전', '2 years ago'],
    [-3 * 86_400, '3일 후', 'in 3 days'],
  ])('%i seconds are %s', (seconds, korean, english) => {
    expect(relativeTime(ago(seconds), now, 'ko')).toBe(korean)
    expect(relativeTime(ago(seconds), now, 'en')).toBe(english)
  })

  it.each([0, 59, -59])('%i seconds are now, whichever clock is wrong', (seconds) => {
    expect(relativeTime(ago(seconds), now, 'ko')).toBeUndefined()
  })

  it('says nothing of what is no time', () => {
    expect(relativeTime('soon', now, 'ko')).toBeUndefined()
  })
})

describe('a time on a page', () => {
  beforeEach(() => vi.useFakeTimers({ now, toFake: ['Date', 'setInterval', 'clearInterval'] }))
  afterEach(() => vi.useRealTimers())

  it('names the moment in its title, without this year', async () => {
    await show(UiTime, '/', { at: ago(7200) })
    const time = document.querySelector('time')!
    expect(time.textContent).toBe('2시간 전')
    expect(time.dateTime).toBe(ago(7200))
    expect(time.title).toMatch(/^11월 (19|20)일 /)
  })

  it('writes the moment out where fingers need it, with another year', async () => {
    await show(UiTime, '/', { at: ago(800 * 86_400), both: true })
    expect(document.querySelector('time')!.textContent).toMatch(/^2년 전 \(2024년 .+\)$/)
  })

  it('grows older while it is looked at', async () => {
    await show(UiTime, '/', { at: ago(50) })
    expect(document.querySelector('time')!.textContent).toBe('방금 전')
    vi.advanceTimersByTime(30_000)
    vi.useRealTimers()
    await until(() => expect(document.querySelector('time')!.textContent).toBe('1분 전'))
  })

  it('is left out where the server sent none', async () => {
    await show(UiTime, '/', { at: '' })
    expect(document.querySelector('time')).toBeNull()
  })
})
