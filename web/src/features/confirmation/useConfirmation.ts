import { defineStore } from 'pinia'
import { ref } from 'vue'

/** What takes a fresh sign-in, so that it can be offered again after it; `subject` is the id of what it is about. */
export type ActionName = 'link' | 'unlink' | 'end-session' | 'end-others' | 'make-key' | 'export' | 'delete'

/**
 * The way to a fresh sign-in and back. What was to be done is only offered again afterwards, never done: an address
 * that somebody else made up must not end anything.
 */
export const useConfirmation = defineStore('confirmation', () => {
  const returnTo = ref<string>()
  const resumed = ref<string>()

  function askFor(action: ActionName, subject = ''): void {
    ask(`/account?do=${encodeURIComponent(subject ? `${action}:${subject}` : action)}`)
  }

  function ask(path: string): void {
    returnTo.value = path
  }

  function cancel(): void {
    returnTo.value = undefined
  }

  function resume(value: unknown): void {
    resumed.value = typeof value === 'string' ? value : undefined
  }

  /** The subject of the action, empty where it has none, where this is the action to offer again; once. */
  function take(action: ActionName): string | undefined {
    const [name, ...subject] = resumed.value?.split(':') ?? []
    if (name !== action) return undefined
    resumed.value = undefined
    return subject.join(':')
  }

  return { returnTo, askFor, ask, cancel, resume, take }
})
