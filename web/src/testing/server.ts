import { vi } from 'vitest'

type Answer = () => Response | Promise<Response>

export const ok =
  (body: unknown, status = 200, headers: Record<string, string> = {}): Answer =>
  () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { 'Content-Type': 'application/json', ...headers },
    })
export const noContent: Answer = () => new Response(null, { status: 204 })
export const refusal =
  (
    type: string,
    status: number,
    headers: Record<string, string> = {},
    more: Record<string, unknown> = {},
  ): Answer =>
  () =>
    new Response(JSON.stringify({ type: `/problems/${type}`, status, requestId: 'r-1', ...more }), {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    })
export const freshNeeded = refusal('fresh-sign-in-needed', 401, {}, { maxAge: 600 })

/** A server that answers each address from a script, and remembers what it was asked. */
export class Server {
  readonly asked: { line: string; init: RequestInit }[] = []
  private readonly scripts = new Map<string, Answer[]>()

  /** One answer after the other; the last one stays. */
  on(line: string, ...answers: Answer[]): this {
    this.scripts.set(line, answers)
    return this
  }

  fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const line = `${init.method} ${path}`
    this.asked.push({ line, init })
    const answers = this.scripts.get(line)
    const next = answers && (answers.length > 1 ? answers.shift() : answers[0])
    if (!next) throw new TypeError(`Nothing answers ${line}`)
    return next()
  }

  times(line: string): number {
    return this.asked.filter((it) => it.line === line).length
  }

  lines(): string[] {
    return this.asked.map((it) => it.line)
  }

  bodyOf(line: string): unknown {
    return JSON.parse(String(this.asked.filter((it) => it.line === line).at(-1)?.init.body))
  }
}

/** In place of the network, until the test is over. */
export function serve(): Server {
  const server = new Server()
  vi.stubGlobal('fetch', server.fetch)
  return server
}
