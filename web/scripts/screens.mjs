// Pictures of every screen at three widths in both themes, each checked by axe. usage: npm run screens [-- name…]
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'
import { createServer } from 'vite'
import { accountScreens } from './screens-account.mjs'
import { screens } from './screens-list.mjs'

const port = Number(process.env.PORT ?? 21600)
const widths = [360, 768, 1440]
const heights = { 360: 740, 768: 1024, 1440: 900 }
const chosen = process.argv.slice(2)
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

await mkdir('screens', { recursive: true })
const server = await createServer({ mode: 'mocked', logLevel: 'error', server: { port } })
await server.listen()
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
  ],
})

let serious = 0
for (const screen of [...screens, ...accountScreens].filter(
  (it) => !chosen.length || chosen.includes(it.name),
))
  for (const theme of ['light', 'dark']) await picture(screen, theme)
await browser.close()
await server.close()
console.log(serious ? `${serious} serious findings` : 'axe found nothing serious')
process.exit(serious ? 1 : 0)

async function picture(screen, theme) {
  const context = await browser.newContext({
    baseURL: `http://localhost:${port}`,
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: screen.locale ?? 'ko-KR',
    viewport: { width: 1440, height: 900 },
    permissions: ['camera', 'microphone'],
    ...screen.context,
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => console.log(`${screen.name}: ${error.message}`))
  try {
    await screen.open(page)
    for (const width of widths) {
      await page.setViewportSize({ width, height: heights[width] })
      await page.waitForTimeout(450)
      await page.screenshot({ path: `screens/${screen.name}-${width}-${theme}.png`, fullPage: screen.whole })
      if (width !== 768) await check(page, `${screen.name} ${width} ${theme}`)
    }
  } catch (error) {
    serious++
    console.log(`${screen.name} ${theme}: ${error.message.split('\n').slice(0, 4).join(' | ')}`)
  }
  await context.close()
}

async function check(page, name) {
  await page.addScriptTag({ path: axe })
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  for (const it of violations) {
    if (it.impact === 'serious' || it.impact === 'critical') serious++
    const where = it.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ''}`)
    console.log(`${name}: [${it.impact}] ${it.id}: ${where.join(' ; ')}`)
  }
}
