import { scopes, type NewApiKey, type Scope } from './api'

export type Expiry = 'd7' | 'd30' | 'd90' | 'd365' | 'never'
export const expiries: Expiry[] = ['d7', 'd30', 'd90', 'd365', 'never']

/** What the form for a new key holds. */
export interface KeyDraft {
  name: string
  scopes: Scope[]
  expiry: Expiry
}

const KEY = 'sarangbang.keyDraft'

export function emptyDraft(): KeyDraft {
  return { name: '', scopes: ['rooms:read'], expiry: 'd90' }
}

export function requestOf({ name, scopes: chosen, expiry }: KeyDraft): NewApiKey {
  const days = expiry === 'never' ? {} : { expiresInDays: Number(expiry.slice(1)) }
  return { name: name.trim(), scopes: scopes.filter((it) => chosen.includes(it)), ...days }
}

/** Confirming who one is leaves the page; what was filled in survives that in this tab, and nothing longer. */
export function keepDraft(draft: KeyDraft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft))
  } catch {
    // Then the form is filled in once more.
  }
}

export function takeDraft(): KeyDraft {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    sessionStorage.removeItem(KEY)
    return isDraft(kept) ? kept : emptyDraft()
  } catch {
    return emptyDraft()
  }
}

function isDraft(value: unknown): value is KeyDraft {
  const draft = value as KeyDraft | null
  return (
    typeof draft?.name === 'string' &&
    Array.isArray(draft.scopes) &&
    draft.scopes.every((it) => scopes.includes(it)) &&
    expiries.includes(draft.expiry)
  )
}
