import { computed, ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { useFreshAttempt } from '@/features/confirmation'
import { useProfile } from '@/features/profile'
import { useSession } from '@/features/session'
import { accountApi } from './api'

/** The end of the account: agreed to by typing it out, asked of the server, and followed by the goodbye. */
export function useDeletion() {
  const { t } = useI18n()
  const router = useRouter()
  const session = useSession()
  const profile = useProfile()
  const typed = ref('')
  const { busy, problem, attempt, clear } = useFreshAttempt()
  const phrase = computed(() => t('data.phrase'))
  const agreed = computed(() => plain(typed.value) === plain(phrase.value))

  function begin(): void {
    typed.value = ''
    clear()
  }

  /** Whether there is nothing left to ask here: it is being deleted, or the person has to confirm first. */
  async function remove(): Promise<boolean> {
    const outcome = await attempt('delete', '', accountApi.remove)
    if (outcome === 'done') await leave()
    return outcome !== 'refused'
  }

  /** The account is going whether or not this browser can be signed out of it in good order. */
  async function leave(): Promise<void> {
    await session.signOut().catch(session.forget)
    profile.forget()
    await router.replace('/goodbye')
  }

  return { phrase, typed, agreed, busy, problem, begin, remove }
}

/** Phones capitalise and add spaces by themselves, and Hangul may come in pieces. */
function plain(text: string): string {
  return text.normalize('NFC').replace(/\s/g, '').toLowerCase()
}
