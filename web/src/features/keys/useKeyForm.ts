import { computed, ref } from 'vue'
import { useFreshAttempt } from '@/features/confirmation'
import { keysApi, type ApiKey } from './api'
import { emptyDraft, keepDraft, requestOf, takeDraft } from './keyDraft'

/** The form for a new key, from its first letter to the key that is shown once. */
export function useKeyForm() {
  const draft = ref(emptyDraft())
  const made = ref<ApiKey & { key: string }>()
  const tried = ref(false)
  const { busy, problem, attempt, clear } = useFreshAttempt()

  const nameMissing = computed(() => tried.value && !draft.value.name.trim())
  const scopesMissing = computed(() => tried.value && !draft.value.scopes.length)

  function begin(): void {
    draft.value = takeDraft()
    made.value = undefined
    tried.value = false
    clear()
  }

  /** Whether the dialog is to give way to the question who this is. */
  async function submit(): Promise<boolean> {
    tried.value = true
    if (nameMissing.value || scopesMissing.value) return false
    const outcome = await attempt('make-key', '', async () => {
      made.value = await keysApi.make(requestOf(draft.value))
    })
    if (outcome === 'confirming') keepDraft(draft.value)
    return outcome === 'confirming'
  }

  return { draft, made, busy, problem, nameMissing, scopesMissing, begin, submit }
}
