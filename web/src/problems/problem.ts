/** A refusal of the server (RFC 9457), or of the network in front of it, told apart by `type` and never by text. */
export class Problem extends Error {
  readonly type: string
  readonly status: number
  readonly requestId: string | undefined
  readonly retryAfter: number | undefined
  readonly members: Readonly<Record<string, unknown>>

  constructor(type: string, status = 0, members: Record<string, unknown> = {}, headers?: Headers) {
    super(type)
    this.name = 'Problem'
    this.type = type
    this.status = status
    this.members = members
    this.requestId = text(members.requestId) ?? headers?.get('X-Request-Id') ?? undefined
    this.retryAfter = seconds(headers?.get('Retry-After'))
  }

  /** Worth trying again by itself: nothing the person does would change the answer. */
  get passing(): boolean {
    return this.type === 'offline' || this.type === 'unreachable' || this.status >= 500 || this.status === 429
  }

  static of(error: unknown): Problem {
    return error instanceof Problem ? error : new Problem('unexpected', 0, { cause: String(error) })
  }

  static async from(response: Response): Promise<Problem> {
    const body = await readProblem(response)
    return new Problem(slug(body.type) ?? byStatus(response.status), response.status, body, response.headers)
  }
}

async function readProblem(response: Response): Promise<Record<string, unknown>> {
  if (!response.headers.get('Content-Type')?.includes('json')) return {}
  const body: unknown = await response.json().catch(() => ({}))
  return body !== null && typeof body === 'object' ? (body as Record<string, unknown>) : {}
}

function slug(type: unknown): string | undefined {
  return text(type)?.match(/\/problems\/([a-z0-9-]+)$/)?.[1]
}

// A proxy in front of us may answer without a body of ours; its status still says what to tell people.
function byStatus(status: number): string {
  if (status === 401) return 'not-signed-in'
  if (status === 403) return 'forbidden'
  if (status === 404) return 'not-found'
  if (status === 429) return 'too-many-requests'
  if (status === 502 || status === 503 || status === 504) return 'service-unavailable'
  return 'unexpected'
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function seconds(value: string | null | undefined): number | undefined {
  const parsed = Number(value)
  return value && Number.isFinite(parsed) && parsed >= 0 ? parsed : undefined
}
