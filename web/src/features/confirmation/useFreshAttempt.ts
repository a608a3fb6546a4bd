import { useAttempt } from '@/problems'
import { useConfirmation, type ActionName } from './useConfirmation'

export type Outcome = 'done' | 'refused' | 'confirming'

/** An attempt at what takes a fresh sign-in: where it is not fresh any more, the person is asked to confirm. */
export function useFreshAttempt() {
  const { busy, problem, attempt: plainly, clear } = useAttempt()
  const confirmation = useConfirmation()

  async function attempt(
    action: ActionName,
    subject: string,
    task: () => Promise<unknown>,
  ): Promise<Outcome> {
    if (await plainly(task)) return 'done'
    if (problem.value?.type !== 'fresh-sign-in-needed') return 'refused'
    clear()
    confirmation.askFor(action, subject)
    return 'confirming'
  }

  return { busy, problem, attempt, clear }
}
