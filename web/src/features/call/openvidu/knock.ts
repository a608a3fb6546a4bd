/**
 * Opens and closes a WebSocket where the library is going to open its own. The library would try a dead address every
 * three seconds for hours, without saying so and without a way to stop it; this tells within a moment.
 */
export function knock(token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(signallingUrl(token))
    socket.onopen = () => {
      socket.close(1000)
      resolve()
    }
    socket.onerror = () => reject(new Error(`No WebSocket at ${socket.url.replace(/\?.*/, '')}`))
  })
}

/** Where openvidu-browser connects for a token: its host, always the path /openvidu, and the session. */
export function signallingUrl(token: string): string {
  const url = new URL(token)
  const session = url.searchParams.get('sessionId') ?? ''
  return `${url.protocol}//${url.host}/openvidu?sessionId=${encodeURIComponent(session)}`
}

export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${milliseconds / 1000} s`)), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

export function describe(error: unknown): string {
  if (error instanceof Error) return error.message
  const { code, message } = (error ?? {}) as { code?: number; message?: string }
  return `${code ?? ''} ${message ?? String(error)}`.trim()
}
