import { describe, expect, it } from 'vitest'
import { show } from '@/testing/page'
import { UiButton } from './index'

describe('a button', () => {
  const element = async (props: Record<string, unknown>) => {
    await show(UiButton, '/', props)
    return document.querySelector<HTMLElement>('#app > *')!
  }

  it('is a button that sends no form by itself', async () => {
    expect((await element({})).outerHTML).toMatch(/^<button type="button"/)
  })

  it('is a link to a page of this app', async () => {
    expect((await element({ to: '/account' })).getAttribute('href')).toBe('/account')
  })

  it('is a link to anywhere else', async () => {
    const link = await element({ href: 'kakaotalk://web/openExternal?url=x' })
    expect([link.tagName, link.getAttribute('href')]).toEqual(['A', 'kakaotalk://web/openExternal?url=x'])
  })

  it('says that it is at work, and is still there to be read', async () => {
    const busy = await element({ busy: true })
    expect(busy.getAttribute('aria-busy')).toBe('true')
    expect(busy.hasAttribute('disabled')).toBe(false)
  })
})
