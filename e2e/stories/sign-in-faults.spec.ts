import { expect } from '@playwright/test'
import { type ProviderName, Person, test } from '../people.ts'
import { type ProviderId, standIn } from '../standIn.ts'
import { isOurs } from '../suite.ts'

test.skip(!isOurs, 'needs the stand-ins of a suite of its own')

const ID: Record<ProviderName, ProviderId> = { 카카오: 'kakao', 네이버: 'naver' }
const BOTH: ProviderName[] = ['카카오', '네이버']

interface Case {
  knob: string
  providers?: ProviderName[]
  at?: string[]
  /** What the sign-in page is told; without it the person is in. */
  problem?: string
}

const cases: Case[] = [
  { knob: 'email-missing' },
  { knob: 'email-unverified', providers: ['카카오'] },
  { knob: 'email-invalid', providers: ['카카오'] },
  { knob: 'number-beyond-doubles', providers: ['카카오'] },
  { knob: 'secret-optional', providers: ['카카오'] },
  { knob: 'state-optional', providers: ['네이버'] },
  { knob: 'refresh-token-renewed', providers: ['카카오'] },
  { knob: 'consent-denied', problem: 'sign-in-denied' },
  { knob: 'code-used', problem: 'sign-in-expired' },
  { knob: 'secret-refused', problem: 'sign-in-misconfigured' },
  { knob: 'slow', at: ['token'], problem: 'provider-unavailable' },
  { knob: 'slow', at: ['user-info'], problem: 'provider-unavailable' },
  { knob: 'server-error', at: ['token'], problem: 'provider-unavailable' },
  { knob: 'server-error', at: ['user-info'], problem: 'provider-unavailable' },
  { knob: 'unavailable', at: ['token'], problem: 'provider-unavailable' },
  { knob: 'truncated', at: ['token'], problem: 'provider-unavailable' },
  { knob: 'truncated', at: ['user-info'], problem: 'provider-unavailable' },
  { knob: 'members-only', problem: 'sign-in-misconfigured' },
  { knob: 'user-info-refused', problem: 'sign-in-failed' },
  { knob: 'user-info-refused-as-200', problem: 'sign-in-failed' },
]

/** With OpenID Connect switched on, where the identity comes signed. */
const openIdCases: Case[] = [
  ...['wrong-issuer', 'wrong-audience', 'wrong-nonce', 'expired', 'unsigned', 'foreign-key', 'wrong-subject'].map(
    (fault) => ({
      knob: `id-token-${fault}`,
      problem: 'sign-in-failed',
    }),
  ),
  { knob: 'slow', at: ['token'], problem: 'provider-unavailable' },
]

test.afterEach(async () => {
  for (const it of BOTH) await standIn.backToNormal(ID[it])
})

for (const { knob, providers = BOTH, at, problem } of process.env.OIDC ? openIdCases : cases) {
  for (const provider of providers) {
    const where = at ? ` at ${at.join(', ')}` : ''
    test(`${knob}${where} at ${ID[provider]} ends ${problem ? `with ${problem} and a next step` : 'signed in'}`, async ({
      browser,
    }) => {
      await standIn.turnForAll(ID[provider], { on: [knob], at, delaySeconds: 6 })
      const person = await Person.arrives(browser, `시험 ${knob} ${at ?? ''}`)
      if (!problem) return person.signsIn(provider)

      await person.page.goto('/')
      await person.page
        .getByRole('link', { name: new RegExp(provider) })
        .first()
        .click()
      if (knob !== 'consent-denied') await triesToAgree(person)
      await expect(person.page).toHaveURL(new RegExp(`/sign-in\\?problem=${problem}&provider=${ID[provider]}`), {
        timeout: 20_000,
      })
      await expect(person.page.getByRole('alert')).toBeVisible()
      await expect(person.page.getByRole('link', { name: /네이버|카카오/ }).first()).toBeVisible()
      expect((await person.asks('GET', '/api/auth/session')).body).toEqual({ signedIn: false, refreshable: false })

      await standIn.backToNormal(ID[provider])
      await person.signsIn(provider)
    })
  }
}

/** A provider that refuses at once shows no second page. */
async function triesToAgree(person: Person) {
  await person.namesThemselves()
  const agree = person.page.getByRole('button', { name: '동의하고 계속하기' })
  await expect(agree.or(person.page.getByRole('alert'))).toBeVisible()
  if (await agree.isVisible()) await agree.click()
}

if (process.env.OIDC) {
  test('kakao itself says that OpenID Connect is not switched on there', async ({ browser }) => {
    await standIn.turnForAll('kakao', { on: ['openid-off'] })
    const person = await Person.arrives(browser, '시험 openid-off')
    await person.page.goto('/')
    await person.page
      .getByRole('link', { name: /카카오/ })
      .first()
      .click()
    await expect(person.page.getByRole('heading', { name: /KOE205/ })).toBeVisible()
    await person.page.goBack()
    await standIn.backToNormal('kakao')
    await person.signsIn('카카오')
  })

  for (const provider of BOTH) {
    test(`${ID[provider]} may change its signing key between two sign-ins`, async ({ browser }) => {
      const before = await Person.arrives(browser, '열쇠 전')
      await before.signsIn(provider)
      await standIn.newSigningKey(ID[provider])
      const after = await Person.arrives(browser, '열쇠 후')
      await after.signsIn(provider)
    })
  }
} else {
  test('a provider that tells of a withdrawal ends the identity and its sessions', async ({ browser }) => {
    for (const provider of BOTH) {
      const person = await Person.arrives(browser, `물러난 ${ID[provider]}`)
      await person.signsIn(provider)
      const account = (await person.asks('GET', '/api/auth/session')).body.accountId
      const hook = new URL(`/api/auth/webhooks/${ID[provider]}/unlink`, person.page.url()).href

      expect(await standIn.withdraws(ID[provider], person.name, hook, 'forged')).toBe(401)
      expect((await person.asks('GET', '/api/rooms')).status).toBe(200)
      expect(await standIn.withdraws(ID[provider], person.name, hook)).toBe(provider === '카카오' ? 200 : 204)
      await expect.poll(async () => (await person.asks('GET', '/api/rooms')).status, { timeout: 2_000 }).toBe(401)
      expect(await standIn.withdraws(ID[provider], person.name, hook, 'unknown-person')).toBe(
        provider === '카카오' ? 200 : 204,
      )

      await person.page.context().clearCookies()
      await person.page.goto('/')
      await person.signsIn(provider) // comes back within 30 days, and finds the account asleep
      expect((await person.asks('GET', '/api/auth/session')).body.accountId).toBe(account)
    }
    expect(await standIn.withdraws('naver', '물러난 naver', addressOfHook('naver'), 'old')).toBe(401)
  })
}

function addressOfHook(provider: ProviderId) {
  return `http://localhost:${process.env.E2E_PORT ?? '18080'}/api/auth/webhooks/${provider}/unlink`
}
