import { effectScope } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Problem, useAttempt, useLoaded } from './index'

let scope = effectScope()
afterEach(() => {
  scope.stop()
  scope = effectScope()
})

describe('an attempt', () => {
  it('is under way until it is done', async () => {
    const { busy, attempt } = useAttempt()
    let finish = () => {}
    const done = attempt(() => new Promise<void>((resolve) => (finish = resolve)))
    expect(busy.value).toBe(true)
    finish()
    expect(await done).toBe(true)
    expect(busy.value).toBe(false)
  })

  it('is made once, however often the button is pressed', async () => {
    const { attempt } = useAttempt()
    const task = vi.fn(() => Promise.resolve())
    expect(await Promise.all([attempt(task), attempt(task)])).toEqual([true, false])
    expect(task).toHaveBeenCalledOnce()
  })

  it('shows why it was refused until the next one', async () => {
    const { problem, attempt, clear } = useAttempt()
    expect(await attempt(() => Promise.reject(new Problem('identity-taken', 409)))).toBe(false)
    expect(problem.value?.type).toBe('identity-taken')
    await attempt(() => Promise.resolve())
    expect(problem.value).toBeUndefined()
    await attempt(() => Promise.reject(new Error('a fault of ours')))
    expect(problem.value?.type).toBe('unexpected')
    clear()
    expect(problem.value).toBeUndefined()
  })
})

describe('what a page reads', () => {
  const loaded = <T>(read: () => Promise<T>) => scope.run(() => useLoaded(read))!

  it('stays on the page while it is read again, also in vain', async () => {
    const read = vi.fn(() => Promise.resolve('first'))
    const { value, problem, load } = loaded(read)
    await load()
    read.mockRejectedValueOnce(new Problem('service-unavailable', 503))
    await load()
    expect(value.value).toBe('first')
    expect(problem.value?.type).toBe('service-unavailable')
  })

  it('is not asked for twice at a time', async () => {
    const read = vi.fn(() => Promise.resolve('x'))
    const { load } = loaded(read)
    await Promise.all([load(), load()])
    expect(read).toHaveBeenCalledOnce()
  })

  it('is read again by itself when the network is back', async () => {
    const read = vi.fn(() => Promise.resolve('x')).mockRejectedValueOnce(new Problem('offline'))
    const { value, problem, load } = loaded(read)
    await load()
    dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(value.value).toBe('x'))
    expect(problem.value).toBeUndefined()
  })

  it('is left alone by the network where something else was wrong, or the page is gone', async () => {
    const read = vi.fn(() => Promise.reject(new Problem('forbidden', 403)))
    const { load } = loaded(read)
    await load()
    dispatchEvent(new Event('online'))
    read.mockRejectedValueOnce(new Problem('offline'))
    await load()
    scope.stop()
    dispatchEvent(new Event('online'))
    expect(read).toHaveBeenCalledTimes(2)
  })
})
