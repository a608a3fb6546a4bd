import { Problem } from '@/problems'
import { refreshSession } from './refresh'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

interface Options {
  body?: unknown
  keepalive?: boolean
}

/** What happens when the session, or the account with it, is over for good: the app leaves for another page. */
let onSessionEnded: (problem: Problem) => void = () => {}

export function whenSessionEnds(listener: (problem: Problem) => void): void {
  onSessionEnded = listener
}

export const http = {
  get: <T>(path: string) => request<T>('GET', path),
  post: <T>(path: string, body?: unknown) => request<T>('POST', path, { body }),
  patch: <T>(path: string, body: unknown) => request<T>('PATCH', path, { body }),
  delete: (path: string) => request<undefined>('DELETE', path),
  /** A download, byte for byte as the server made it. */
  file: async (path: string) => fileOf(await answered('GET', path)),
  /** For a page that is going away: nobody waits for the answer, the browser sends it all the same. */
  deleteOnUnload: (path: string) => void send('DELETE', path, { keepalive: true }).catch(() => {}),
}

async function request<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  return bodyOf<T>(await answered(method, path, options))
}

async function answered(method: Method, path: string, options: Options = {}): Promise<Response> {
  const askedAt = Date.now()
  const first = await send(method, path, options)
  if (first.ok) return first
  const refusal = await Problem.from(first)
  if (!lacksSession(refusal)) throw known(refusal)
  await renew(refusal, askedAt)
  const second = await send(method, path, options)
  if (second.ok) return second
  const again = await Problem.from(second)
  throw lacksSession(again) ? ended(again) : known(again)
}

/** A session that is merely not fresh enough for something is no less of a session: new cookies would not help. */
function lacksSession(refusal: Problem): boolean {
  return refusal.status === 401 && refusal.type !== 'fresh-sign-in-needed'
}

function known(refusal: Problem): Problem {
  return refusal.type === 'account-deleted' ? ended(refusal) : refusal
}

async function renew(refusal: Problem, askedAt: number): Promise<void> {
  if (refusal.type === 'session-ended') throw ended(refusal)
  await renewSession(askedAt)
}

/** New cookies, or the end of the session for the whole app. */
export async function renewSession(askedAt = Date.now()): Promise<void> {
  try {
    await refreshSession(askedAt)
  } catch (error) {
    const problem = Problem.of(error)
    throw problem.status === 401 ? ended(problem) : problem
  }
}

function ended(problem: Problem): Problem {
  onSessionEnded(problem)
  return problem
}

async function send(method: Method, path: string, { body, keepalive }: Options): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' }
  if (method !== 'GET') headers['X-Requested-With'] = 'sarangbang'
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  try {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    return await fetch(path, { method, headers, body: payload, keepalive, credentials: 'same-origin' })
  } catch {
    throw new Problem(navigator.onLine ? 'unreachable' : 'offline')
  }
}

async function bodyOf<T>(response: Response): Promise<T> {
  if (response.status === 204) return undefined as T
  try {
    return (await response.json()) as T
  } catch {
    throw new Problem('unexpected', response.status, {}, response.headers)
  }
}

async function fileOf(response: Response): Promise<{ content: Blob; name: string | undefined }> {
  const name = response.headers.get('Content-Disposition')?.match(/filename="?(\w[\w.-]*)"?(?:;|$)/)?.[1]
  try {
    return { content: await response.blob(), name }
  } catch {
    throw new Problem(navigator.onLine ? 'unreachable' : 'offline')
  }
}
