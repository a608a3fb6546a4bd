import { Problem } from '@/problems'
import type { SiteFact, TicketFact } from './facts'

interface Ticket {
  token: string
}

/** Past the app's own `http`: a test needs the headers, and must not send anybody to the sign-in. */
export async function askSite(signal: AbortSignal): Promise<SiteFact> {
  const askedAt = Date.now()
  const response = await ask('GET', '/api/auth/providers', signal)
  if (!response) return { online: navigator.onLine }
  const { status } = response
  return { online: true, status, service: await serviceIn(response), aheadSeconds: ahead(response, askedAt) }
}

export async function askTicket(signal: AbortSignal): Promise<{ fact: TicketFact; token?: string }> {
  const response = await ask('POST', '/api/connection-tests', signal)
  if (!response) return { fact: { status: 0 } }
  const { status } = response
  if (response.ok) {
    const token = await response.json().then(
      ({ token }: Ticket) => token,
      () => undefined,
    )
    return token ? { fact: { status: 201 }, token } : { fact: { status: 404 } }
  }
  const { type, members } = await Problem.from(response)
  return { fact: { status, problem: type, service: text(members.cause) } }
}

async function ask(method: string, path: string, signal: AbortSignal): Promise<Response | undefined> {
  const headers = { Accept: 'application/json', 'X-Requested-With': 'sarangbang' }
  try {
    return await fetch(path, { method, headers, signal, cache: 'no-store', credentials: 'same-origin' })
  } catch {
    return undefined
  }
}

async function serviceIn(response: Response): Promise<string | undefined> {
  return response.ok ? undefined : text((await Problem.from(response)).members.cause)
}

/** `Date` is cut to whole seconds, and was written somewhere between question and answer. */
function ahead(response: Response, askedAt: number): number | undefined {
  const date = Date.parse(response.headers.get('Date') ?? '')
  return Number.isNaN(date) ? undefined : ((askedAt + Date.now()) / 2 - (date + 500)) / 1000
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
