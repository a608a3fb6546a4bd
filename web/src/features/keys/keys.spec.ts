import { beforeEach, describe, expect, it } from 'vitest'
import { useConfirmation } from '@/features/confirmation'
import { preparePinia, show, until } from '@/testing/page'
import { freshNeeded, noContent, ok, refusal, serve } from '@/testing/server'
import en from '@/locales/en.json'
import ko from '@/locales/ko.json'
import { scopes } from './api'
import { KeyPanel } from './index'
import { emptyDraft, keepDraft, requestOf, takeDraft } from './keyDraft'

const key = {
  id: 'k-1',
  name: '표시기',
  hint: 'sbk_…a1b2',
  scopes: ['rooms:read'],
  createdAt: '2026-11-01T00:00:00Z',
}

beforeEach(() => {
  sessionStorage.clear()
  preparePinia()
})

describe('what the form asks for', () => {
  it('is little and ends, unless somebody wants more', () => {
    expect(requestOf({ ...emptyDraft(), name: ' 표시기 ' })).toEqual({
      name: '표시기',
      scopes: ['rooms:read'],
      expiresInDays: 90,
    })
  })

  it('has no end where none is wanted', () => {
    expect(requestOf({ name: 'x', scopes: ['calls:join', 'rooms:read'], expiry: 'never' })).toEqual({
      name: 'x',
      scopes: ['rooms:read', 'calls:join'],
    })
  })

  it('survives the way to the provider, once', () => {
    const draft = { name: '표시기', scopes: ['rooms:write' as const], expiry: 'd7' as const }
    keepDraft(draft)
    expect(takeDraft()).toEqual(draft)
    expect(takeDraft()).toEqual(emptyDraft())
  })

  it.each([
    '{',
    'null',
    '{"name":1}',
    '{"name":"x","scopes":["everything"],"expiry":"d7"}',
    '{"name":"x","scopes":[],"expiry":"d9"}',
  ])('is not taken from %s', (kept) => {
    sessionStorage.setItem('sarangbang.keyDraft', kept)
    expect(takeDraft()).toEqual(emptyDraft())
  })

  it('has a sentence for every scope, in both languages', () => {
    const named = scopes.map((it) => it.replace(':', '-')).sort()
    expect(Object.keys(ko.keys.scopes).sort()).toEqual(named)
    expect(Object.keys(en.keys.scopes).sort()).toEqual(named)
  })
})

describe('API keys', () => {
  const serving = (...apiKeys: object[]) => serve().on('GET /api/auth/api-keys', ok({ apiKeys }))

  async function panel(words = '표시기') {
    const page = await show(KeyPanel, '/account')
    await until(() => expect(page.text()).toContain(words))
    return page
  }

  async function form() {
    const page = await panel('만든 키가 없어요')
    page.click('API 키 만들기')
    await until(() => expect(page.named('만들기')).toBeDefined())
    return page
  }

  it('say what they may do in words, and that they were never used', async () => {
    serving(key)
    const page = await panel()
    expect(page.text()).toContain('sbk_…a1b2')
    expect(page.text()).toContain('내 방과 방의 대화 보기')
    expect(page.text()).toContain('아직 쓰지 않음')
    expect(page.text()).toContain('기한 없음')
  })

  it('tell one that has ended from one that will', async () => {
    serving(
      { ...key, expiresAt: '2020-01-05T00:00:00Z' },
      { ...key, id: 'k-2', expiresAt: '2099-01-05T00:00:00Z' },
    )
    const page = await panel()
    expect(page.text()).toMatch(/2020년 1월 5일에 끝남/)
    expect(page.text()).toMatch(/2099년 1월 5일까지/)
  })

  it('show a scope of a later version as it is', async () => {
    serving({ ...key, scopes: ['recordings:read'] })
    expect((await panel()).text()).toContain('recordings:read')
  })

  it('need a name and something to do', async () => {
    const server = serving()
    const page = await form()
    page.fill('내 방과 방의 대화 보기', '')
    page.click('만들기')
    await until(() => expect(page.text()).toContain('키 이름을 적어 주세요.'))
    expect(page.text()).toContain('할 수 있는 일을 하나 이상 골라 주세요.')
    expect(server.times('POST /api/auth/api-keys')).toBe(0)
  })

  it('are shown once, until the person says that it is safe, and then are gone', async () => {
    const server = serving().on('POST /api/auth/api-keys', ok({ ...key, key: 'sbk_secret' }, 201))
    const page = await form()
    page.fill('키 이름', '표시기')
    page.fill('방을 만들고 고치고 지우기', '')
    page.click('만들기')
    await until(() => expect(page.text()).toContain('키를 지금 복사해 주세요'))
    expect(server.bodyOf('POST /api/auth/api-keys')).toEqual({
      name: '표시기',
      scopes: ['rooms:read', 'rooms:write'],
      expiresInDays: 90,
    })
    expect(document.querySelector('textarea')!.value).toBe('sbk_secret')
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    expect(page.named('닫기')).toBeUndefined()
    expect(document.querySelector('textarea')).not.toBeNull()
    page.click('안전한 곳에 옮겼어요')
    await until(() => expect(document.querySelector('textarea')).toBeNull())
    expect(JSON.stringify({ ...sessionStorage, ...localStorage })).not.toContain('sbk_secret')
  })

  it('say how many there may be', async () => {
    serving().on('POST /api/auth/api-keys', refusal('too-many-api-keys', 409, {}, { limit: 20 }))
    const page = await form()
    page.fill('키 이름', '표시기')
    page.click('만들기')
    await until(() => expect(page.text()).toContain('20개까지 가질 수 있어요'))
  })

  it('are made after confirming, with what was filled in', async () => {
    serving().on('POST /api/auth/api-keys', freshNeeded)
    const page = await form()
    page.fill('키 이름', '표시기')
    page.click('만들기')
    await until(() => expect(useConfirmation().returnTo).toBe('/account?do=make-key'))
    preparePinia()
    useConfirmation().resume('make-key')
    const back = await panel('만든 키가 없어요')
    await until(() => expect(back.named('만들기')).toBeDefined())
    await until(() => expect(document.querySelector('input')!.value).toBe('표시기'))
  })

  it.each([
    ['it is there', noContent],
    ['it is gone already', refusal('api-key-not-found', 404)],
  ])('are revoked after a question, while %s', async (_, answer) => {
    const server = serving(key).on('DELETE /api/auth/api-keys/k-1', answer)
    const page = await panel()
    page.click('표시기 폐기')
    await until(() => expect(page.text()).toContain('‘표시기’ 키를 폐기할까요?'))
    server.on('GET /api/auth/api-keys', ok({ apiKeys: [] }))
    page.click('폐기')
    await until(() => expect(page.text()).toContain('만든 키가 없어요'))
  })

  it('stay where revoking fails, and say why', async () => {
    serving(key).on('DELETE /api/auth/api-keys/k-1', refusal('service-unavailable', 503))
    const page = await panel()
    page.click('표시기 폐기')
    await until(() => expect(page.named('폐기')).toBeDefined())
    page.click('폐기')
    await until(() => expect(page.text()).toContain('서버 일부가 잠시 쉬고 있어요'))
  })
})
