import type { RouteLocationRaw } from 'vue-router'
import type { Problem } from '@/problems'

/** The page for somebody whose session is over: the sign-in with the way back, or the goodbye of a deleted account. */
export function whereSessionEnds(
  problem: Problem,
  from: { path: string; fullPath: string },
): RouteLocationRaw | undefined {
  if (problem.type === 'account-deleted') return '/goodbye'
  if (['/sign-in', '/goodbye'].includes(from.path)) return undefined
  return { path: '/sign-in', query: { problem: problem.type, returnTo: from.fullPath } }
}
