import AxeBuilder from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'
import { Person, test } from '../people.ts'

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(
    violations
      .filter((it) => ['serious', 'critical'].includes(it.impact ?? ''))
      .map((it) => `${it.id}: ${it.nodes[0].html}`),
  ).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every screen can be used with a screen reader (${colorScheme})`, async ({ browser }) => {
    const person = await Person.arrives(browser, '서연', { colorScheme })
    await person.page.goto('/')
    await expect(person.page.getByRole('link', { name: /카카오/ })).toBeVisible()
    await nothingSerious(person.page)
    await person.signsIn('카카오')
    await expect(person.page.getByRole('heading', { level: 1 })).toBeVisible()
    await nothingSerious(person.page)
    await person.makesARoom('누구나의 방')
    await expect(person.page.getByRole('button', { name: '참여하기' })).toBeEnabled()
    await nothingSerious(person.page)
    await person.joins()
    await person.opensChat()
    await nothingSerious(person.page)
    await person.leaves()
    await nothingSerious(person.page)
  })

  test(`the connection test takes a keyboard only, and is read out (${colorScheme})`, async ({ browser }) => {
    const { page } = await Person.arrives(browser, '서연', { colorScheme })
    await page.goto('/check')
    await nothingSerious(page)
    await page.getByRole('button', { name: '카메라·마이크 빼고 검사' }).press('Enter')
    await expect(page.getByRole('button', { name: '그만두기' })).toBeFocused()
    await nothingSerious(page)
    await expect(page.getByRole('status').first()).toHaveText('여기서 통화할 수 있어요', { timeout: 60_000 })
    await nothingSerious(page)
  })
}
