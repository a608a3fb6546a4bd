import { Problem } from '@/problems'

/** When any tab of this browser last got new cookies; cookies are shared between tabs, so this is too. */
const REFRESHED_AT = 'sarangbang.refreshedAt'

let running: Promise<void> | undefined

/**
 * Gets new cookies once for everybody who needs them: requests of this page share one promise, tabs share one lock,
 * and a tab that waited for the lock uses what the other one brought.
 */
export function refreshSession(askedAt = Date.now()): Promise<void> {
  running ??= alone(() => refreshUnlessFresh(askedAt)).finally(() => (running = undefined))
  return running
}

function alone(task: () => Promise<void>): Promise<void> {
  if (!('locks' in navigator) || !navigator.locks) return task()
  return navigator.locks.request('sarangbang-refresh', task) as Promise<void>
}

async function refreshUnlessFresh(askedAt: number): Promise<void> {
  if (Number(read(REFRESHED_AT)) > askedAt) return
  const response = await post('/api/auth/refresh')
  if (!response.ok) throw await Problem.from(response)
  write(REFRESHED_AT, String(Date.now()))
}

async function post(path: string): Promise<Response> {
  const headers = { 'X-Requested-With': 'sarangbang', Accept: 'application/json' }
  try {
    return await fetch(path, { method: 'POST', headers, credentials: 'same-origin' })
  } catch {
    throw new Problem(navigator.onLine ? 'unreachable' : 'offline')
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Private windows may refuse storage; then each tab refreshes for itself.
  }
}
