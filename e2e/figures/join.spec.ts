import { expect } from '@playwright/test'
import { Person, test } from '../people.ts'
import { median } from './numbers.ts'

const JOINS = 20

/** From the click on join to the first picture of somebody else on the screen, in milliseconds of the page's own clock. */
const TIME_FIRST_FRAME = `
  window.firstFrame = new Promise((resolve) => {
    let clicked = 0
    document.addEventListener('click', (event) => {
      if (event.target.closest('button')?.textContent.includes('참여하기')) clicked = performance.now()
    }, true)
    const seen = new WeakSet()
    const look = () => {
      for (const video of document.querySelectorAll('video[data-connection]')) {
        if (video.muted || seen.has(video)) continue
        seen.add(video)
        video.requestVideoFrameCallback((now) => resolve(now - clicked))
      }
      requestAnimationFrame(look)
    }
    look()
  })
`

test(`join click to first remote frame, ${JOINS} joins`, async ({ browser }) => {
  test.setTimeout(300_000)
  const host = await Person.arrives(browser, '서연')
  await host.signsIn('카카오')
  const link = await host.makesARoom('빠른 방')
  await host.joins()
  const guest = await Person.arrives(browser, '도윤')
  await guest.page.addInitScript(TIME_FIRST_FRAME)
  await guest.opens(link)
  await guest.signsIn('네이버')

  const times: number[] = []
  for (let n = 0; n <= JOINS; n++) {
    await guest.opens(link)
    await expect(guest.page.getByRole('button', { name: '카메라 끄기' })).toBeVisible()
    await guest.joins()
    times.push(await guest.page.evaluate<number>('window.firstFrame'))
    await guest.leaves()
    await host.noLongerSees(guest)
  }
  times.shift() // the first warms the servers up
  console.log(
    `join click to first remote frame: median ${median(times).toFixed(0)} ms, ` +
      `fastest ${Math.min(...times).toFixed(0)}, slowest ${Math.max(...times).toFixed(0)} (${JOINS} joins)`,
  )
})
