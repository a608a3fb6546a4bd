import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { Problem } from '@/problems'
import { sessionApi, type Session } from './api'

/** Who is signed in here, as the server tells; the tokens themselves are never in reach of the page. */
export const useSession = defineStore('session', () => {
  const session = ref<Session>()
  const signedIn = computed(() => session.value?.signedIn === true)
  const accountId = computed(() => (session.value?.signedIn ? session.value.accountId : undefined))

  const provider = computed(() => (session.value?.signedIn ? session.value.provider : undefined))
  const notices = computed(() => (session.value?.signedIn ? (session.value.notices ?? []) : []))

  async function load(): Promise<boolean> {
    session.value = await sessionApi.current()
    if (!session.value.signedIn && session.value.refreshable) await revive()
    return signedIn.value
  }

  async function revive(): Promise<void> {
    try {
      await sessionApi.revive()
      session.value = await sessionApi.current()
    } catch (error) {
      if (Problem.of(error).status !== 401) throw error
      forget()
    }
  }

  function forget(): void {
    session.value = { signedIn: false, refreshable: false }
  }

  async function signOut(): Promise<void> {
    await sessionApi.logout()
    forget()
  }

  /** Gone from the page at once; should the server not hear of it, it comes again with the next visit. */
  async function dismiss(notice: string): Promise<void> {
    if (session.value?.signedIn)
      session.value = { ...session.value, notices: notices.value.filter((it) => it.id !== notice) }
    await sessionApi.read(notice).catch(() => undefined)
  }

  return { session, signedIn, accountId, provider, notices, load, forget, signOut, dismiss }
})
