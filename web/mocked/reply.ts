export interface Reply {
  status: number
  body?: unknown
  location?: string
}

export type Handler = (match: RegExpMatchArray, body: Record<string, unknown>, url: URL) => Reply

export function ok(body: unknown): Reply {
  return { status: 200, body }
}

export function problem(status: number, slug: string, more: Record<string, unknown> = {}): Reply {
  const body = { type: `/problems/${slug}`, status, title: slug, requestId: 'mocked-7f3a9c', ...more }
  return { status, body }
}
