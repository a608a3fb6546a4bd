import { onScopeDispose, ref, shallowRef, type Ref } from 'vue'
import { Problem } from './problem'

export interface Loaded<T> {
  value: Ref<T | undefined>
  loading: Ref<boolean>
  problem: Ref<Problem | undefined>
  load: () => Promise<void>
}

/** Something read from the server for a page; what was read before stays on it while it is read again. */
export function useLoaded<T>(read: () => Promise<T>): Loaded<T> {
  const value = shallowRef<T>()
  const loading = ref(false)
  const problem = ref<Problem>()

  async function load(): Promise<void> {
    if (loading.value) return
    loading.value = true
    problem.value = undefined
    try {
      value.value = await read()
    } catch (error) {
      problem.value = Problem.of(error)
    } finally {
      loading.value = false
    }
  }

  /** Nobody should have to press a button only because the train left the tunnel. */
  function backOnline(): void {
    if (problem.value?.passing) void load()
  }

  addEventListener('online', backOnline)
  onScopeDispose(() => removeEventListener('online', backOnline))

  return { value, loading, problem, load }
}
