import { useI18n } from 'vue-i18n'
import type { Problem } from './problem'

/** Every type with sentences of its own; all others get the generic ones, with the request id to report. */
export const problemTypes = [
  'offline',
  'unreachable',
  'not-signed-in',
  'session-ended',
  'cross-site-request',
  'sign-in-denied',
  'sign-in-expired',
  'sign-in-misconfigured',
  'provider-unavailable',
  'sign-in-failed',
  'other-person',
  'fresh-sign-in-needed',
  'insufficient-scope',
  'session-not-found',
  'proof-not-found',
  'identity-not-found',
  'identity-taken',
  'provider-already-linked',
  'last-identity',
  'api-key-not-found',
  'too-many-api-keys',
  'account-deleted',
  'room-not-found',
  'not-room-owner',
  'room-full',
  'seat-replaced',
  'seat-not-found',
  'not-your-seat',
  'not-in-room',
  'too-many-connection-tests',
  'media-server-unreachable',
  'media-connection-failed',
  'not-found',
  'forbidden',
  'validation-failed',
  'malformed-request',
  'too-many-requests',
  'too-many-rooms',
  'service-unavailable',
  'service-failed',
  'service-timeout',
  'headers-too-large',
  'internal-error',
  'payload-too-large',
] as const

interface ProblemText {
  title: string
  remedy: string
  requestId: string | undefined
}

/** What happened and what to do, in the person's language. */
export function useProblemText(): (problem: Problem) => ProblemText {
  const { t } = useI18n()
  return (problem) => {
    const key = isKnown(problem.type) ? problem.type : 'unexpected'
    return {
      title: t(`problems.${key}.title`),
      remedy: t(`problems.${key}.remedy`, {
        capacity: String(problem.members.capacity ?? ''),
        limit: String(problem.members.limit ?? ''),
      }),
      requestId: key === 'unexpected' || problem.status >= 500 ? problem.requestId : undefined,
    }
  }
}

function isKnown(type: string): boolean {
  return (problemTypes as readonly string[]).includes(type)
}
