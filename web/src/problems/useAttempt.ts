import { ref, type Ref } from 'vue'
import { Problem } from './problem'

export interface Attempt {
  busy: Ref<boolean>
  problem: Ref<Problem | undefined>
  /** Whether it was done; a second try while one is under way does nothing. */
  attempt: (task: () => Promise<unknown>) => Promise<boolean>
  clear: () => void
}

/** Something a person asks for with a button: under way, done, or refused for a reason to show. */
export function useAttempt(): Attempt {
  const busy = ref(false)
  const problem = ref<Problem>()

  async function attempt(task: () => Promise<unknown>): Promise<boolean> {
    if (busy.value) return false
    busy.value = true
    clear()
    try {
      await task()
      return true
    } catch (error) {
      problem.value = Problem.of(error)
      return false
    } finally {
      busy.value = false
    }
  }

  function clear(): void {
    problem.value = undefined
  }

  return { busy, problem, attempt, clear }
}
