import { addressOf } from './suite.ts'

export type ProviderId = 'kakao' | 'naver'

interface Knobs {
  on: string[]
  at?: string[]
  delaySeconds?: number
}

/** The provider's side of a story: what it does to a person, and what it was told. */
export const standIn = {
  turn: (provider: ProviderId, person: string, knobs: Knobs) =>
    ask('PUT', `/knobs/${provider}/people/${encodeURIComponent(person)}`, knobs),
  turnForAll: (provider: ProviderId, knobs: Knobs) => ask('PUT', `/knobs/${provider}`, knobs),
  backToNormal: (provider: ProviderId) => ask('DELETE', `/knobs/${provider}`),
  newSigningKey: (provider: ProviderId) => ask('PUT', `/knobs/${provider}/signing-key`),
  /** The person withdraws at the provider, which tells us; the answer is what we told it. */
  withdraws: async (provider: ProviderId, name: string, to: string, fault?: string) =>
    ((await ask('POST', `/knobs/${provider}/unlink-notices`, { name, to, fault })) as { status: number }).status,
}

async function ask(method: string, path: string, body?: unknown): Promise<unknown> {
  const answer = await fetch(addressOf('social-stand-in') + path, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`)
  const text = await answer.text()
  return text ? JSON.parse(text) : undefined
}
