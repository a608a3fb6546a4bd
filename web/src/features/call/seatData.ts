export interface SeatData {
  seatId: string
  accountId: string
  displayName: string
}

/** A connection's data: the server's JSON, after `%/%` where the client added something of its own (which we never trust). */
export function seatData(data: string | undefined): SeatData {
  const parts = (data ?? '').split('%/%')
  const server = parse(parts.at(-1) ?? '')
  return {
    seatId: text(server.seatId),
    accountId: text(server.accountId),
    displayName: text(server.displayName),
  }
}

function parse(json: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(json)
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
