import { onScopeDispose } from 'vue'
import { sessionApi } from './api'
import { useSession } from './useSession'

const EARLY = 60_000
const AFTER_FAILURE = 15_000

/**
 * Keeps the session alive while a call is on, a minute before it would end: a call talks to the media server for
 * minutes without a request of ours that would notice.
 */
export function useFreshSession(): void {
  const session = useSession()
  let timer: ReturnType<typeof setTimeout>
  let over = false

  async function renew(): Promise<void> {
    try {
      await sessionApi.renew()
      await session.load()
      plan()
    } catch {
      // A session that is over has already brought the page elsewhere; a network that is away comes back.
      if (!over) timer = setTimeout(renew, AFTER_FAILURE)
    }
  }

  function plan(): void {
    if (over || !session.session?.signedIn) return
    timer = setTimeout(renew, untilRenewal(session.session.expiresAt, Date.now()))
  }

  plan()
  onScopeDispose(() => {
    over = true
    clearTimeout(timer)
  })
}

/** Never in a tight loop, whatever this machine's clock says compared with the server's. */
export function untilRenewal(expiresAt: string, now: number): number {
  const left = Date.parse(expiresAt) - now - EARLY
  return Math.min(Math.max(Number.isFinite(left) ? left : 0, 30_000), 10 * 60_000)
}
