import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { Problem } from '@/problems'
import { sessionApi, type Session } from './api'

/** Who is signed in here, as the server tells; the tokens themselves are never in reach of the page. */
export const useSession = defineStore('session', () => {
  const session = ref<Session>()
  const signedIn = computed(() => session.value?.signedIn === true)
  const accountId = computed(() => (session.value?.signedIn ? session.value.accountId : undefined))

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

  return { session, signedIn, accountId, load, forget, signOut }
})
