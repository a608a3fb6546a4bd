import { type Browser, type Page, expect, test as base } from '@playwright/test'
import { RECORD_CONNECTIONS, WATCH_FREEZES, flow } from './media.ts'

export type ProviderName = '카카오' | '네이버'

const arrived: Person[] = []

/** Everybody goes home after each story, so that nobody's encoder runs through the next one. */
export const test = base.extend<{ goingHome: void }>({
  goingHome: [
    async ({}, use) => {
      await use()
      await Promise.all(arrived.splice(0).map((it) => it.vanishes()))
    },
    { auto: true },
  ],
})

/** Somebody in front of a browser of their own, and what they can do there. */
export class Person {
  private constructor(
    readonly name: string,
    readonly page: Page,
  ) {}

  /** Opens a browser that knows nothing yet. */
  static async arrives(browser: Browser, name: string, options = {}) {
    const context = await browser.newContext({ permissions: ['camera', 'microphone'], ...options })
    await context.addInitScript(RECORD_CONNECTIONS)
    const person = new Person(name, await context.newPage())
    arrived.push(person)
    return person
  }

  /** So many people who have met in one room: the host by Kakao, the first guest by Naver. */
  static async meet(browser: Browser, howMany: 2 | 3 = 2) {
    const host = await Person.arrives(browser, '서연')
    await host.signsIn('카카오')
    const link = await host.makesARoom('모임')
    await host.joins()
    const people = [host]
    for (const [name, provider] of [
      ['도윤', '네이버'],
      ['민준', '카카오'],
    ].slice(0, howMany - 1) as [string, ProviderName][]) {
      const guest = await Person.arrives(browser, name)
      await guest.opens(link)
      await guest.signsIn(provider)
      await guest.joins()
      people.push(guest)
    }
    for (const it of people) await it.decodesFrom(howMany - 1)
    return people
  }

  /** Signs in with a person of the provider's stand-in, from wherever the page asks for it; who is new here starts. */
  async signsIn(provider: ProviderName) {
    if (this.page.url() === 'about:blank') await this.page.goto('/')
    await this.page
      .getByRole('link', { name: new RegExp(provider) })
      .first()
      .click()
    await this.agrees()
    const start = this.page.getByRole('button', { name: '시작하기' })
    const inside = this.page.getByRole('button', { name: /^내 메뉴|참여하기$/ }).first()
    await expect(start.or(inside)).toBeVisible()
    if (await start.isVisible()) await start.click()
    await expect(inside).toBeVisible()
  }

  /** On the provider's pages: says who they are, and agrees. */
  async agrees() {
    await this.namesThemselves()
    await this.page.getByRole('button', { name: '동의하고 계속하기' }).click()
    await expect(this.page).not.toHaveURL(/stand-in/)
  }

  /** Picks their name on the provider's page, or types it where nobody there has it. */
  async namesThemselves() {
    const known = this.page.getByRole('button', { name: this.name, exact: true })
    const other = this.page.getByRole('textbox', { name: '닉네임' })
    await expect(other).toBeVisible()
    if (await known.isVisible()) return known.click()
    await other.fill(this.name)
    await this.presses('이 이름으로 계속하기')
  }

  /** Opens the account page, or a part of it. */
  async opensTheirAccount() {
    await this.page.goto('/account')
    await expect(this.page.getByRole('heading', { level: 1, name: '내 계정' })).toBeVisible()
  }

  /** The part of the account page under a heading. */
  part(heading: string) {
    return this.page.getByRole('region', { name: heading })
  }

  /** Asks the API as the web app does; the answer's status and body. */
  async asks(method: string, path: string, body?: unknown) {
    return this.page.evaluate(
      async ({ method, path, body }) => {
        const headers: Record<string, string> = { 'X-Requested-With': 'sarangbang', Accept: 'application/json' }
        if (body !== undefined) headers['Content-Type'] = 'application/json'
        const answer = await fetch(path, {
          method,
          headers,
          body: body === undefined ? undefined : JSON.stringify(body),
        })
        const text = await answer.text()
        return { status: answer.status, body: text ? JSON.parse(text) : undefined }
      },
      { method, path, body },
    )
  }

  /** Makes a room, goes in as far as its door, and gives back its link. */
  async makesARoom(title: string, capacity?: number) {
    await this.page.goto('/')
    await this.page.getByRole('button', { name: /방 만들기$/ }).click()
    await this.page.getByLabel('방 이름').fill(title)
    if (capacity) await this.page.getByLabel('정원').fill(String(capacity))
    await this.page.getByRole('button', { name: '만들기', exact: true }).click()
    await this.page
      .getByRole('link', { name: `${title} 들어가기` })
      .first()
      .click()
    await this.page.waitForURL(/\/r\/[a-z]+-[a-z]+-[a-z]+/)
    return new URL(this.page.url()).pathname
  }

  async opens(path: string) {
    await this.page.goto(path)
  }

  async joins() {
    await this.page.getByRole('button', { name: /참여하기$/ }).click()
    await expect(this.page.getByRole('button', { name: '나가기' })).toBeVisible()
  }

  async presses(name: string) {
    await this.page.getByRole('button', { name, exact: true }).click()
  }

  async says(text: string) {
    await this.opensChat()
    await this.page.getByRole('textbox', { name: '메시지' }).fill(text)
    await this.page.getByRole('textbox', { name: '메시지' }).press('Enter')
  }

  async opensChat() {
    const box = this.page.getByRole('textbox', { name: '메시지' })
    if (!(await box.isVisible())) await this.page.getByRole('button', { name: /^채팅/ }).click()
    await expect(box).toBeVisible()
  }

  async reads(text: string) {
    await this.opensChat()
    await expect(this.page.getByText(text, { exact: true })).toBeVisible()
  }

  /** The tile that shows somebody. */
  tileOf(other: Person) {
    return this.page.locator('li', { has: this.page.locator(`video[aria-label^="${other.name} "]`) })
  }

  async sees(other: Person) {
    await expect(this.tileOf(other).first()).toBeVisible()
  }

  async noLongerSees(other: Person, within = 15_000) {
    await expect(this.tileOf(other)).toHaveCount(0, { timeout: within })
  }

  /** Waits until moving pictures and sound of so many others keep arriving here. */
  async decodesFrom(others: number) {
    await expect(async () => {
      const before = await flow(this.page)
      await this.page.waitForFunction(
        (at) => performance.now() - at > 500,
        await this.page.evaluate(() => performance.now()),
      )
      const after = await flow(this.page)
      const moving = after.filter((now) => {
        const then = before.find((it) => it.id === now.id)
        return then && now.framesDecoded > then.framesDecoded && now.audioEnergy > then.audioEnergy
      })
      expect(moving).toHaveLength(others)
    }).toPass({ timeout: 30_000 })
  }

  /** How wide the first picture is that arrives here, in pixels. */
  async widthReceived() {
    return (await flow(this.page))[0]?.frameWidth ?? 0
  }

  /** Signalling is up: nothing says that it is being restored. */
  async isConnected() {
    await expect(this.page.getByText(/다시 잇고 있으니|다시 들어가고 있어요/)).toHaveCount(0, { timeout: 30_000 })
    await expect(this.page.getByRole('button', { name: '나가기' })).toBeVisible()
  }

  /** Starts watching the pictures that arrive; the answer tells the longest time without a new one, in milliseconds. */
  async watchesForFreezes() {
    await this.page.evaluate(WATCH_FREEZES)
    return () => this.page.evaluate<number>('window.longestFreeze')
  }

  /** Asks for an address every 100 ms; the answer tells how often, and which answers were not 200. */
  async asksAllTheTime(path: string) {
    await this.page.evaluate((it) => {
      const told = { asked: 0, refused: [] as string[] }
      const ask = async () => {
        told.asked++
        const answer = await fetch(it).catch((failure) => failure)
        if (answer.status !== 200) told.refused.push(String(answer.status ?? answer))
      }
      Object.assign(window, { told, asking: setInterval(ask, 100) })
    }, path)
    return () => this.page.evaluate<{ asked: number; refused: string[] }>('window.told')
  }

  async leaves() {
    await this.presses('나가기')
  }

  /** Goes without a word, as a laptop's lid that closes. */
  async vanishes() {
    await this.page.context().close()
  }
}
