import { defineStore } from 'pinia'
import { ref } from 'vue'
import { setLocale } from '@/locales'
import { profileApi, type Locale, type Profile } from './api'

export const useProfile = defineStore('profile', () => {
  const profile = ref<Profile>()

  /** A profile that cannot be read must not keep anybody from their rooms: the service may just be restarting. */
  async function load(): Promise<void> {
    if (profile.value) return
    profile.value = await profileApi.mine().catch(() => undefined)
    if (profile.value) setLocale(profile.value.locale)
  }

  async function change(displayName: string, locale: Locale): Promise<void> {
    profile.value = await profileApi.change({ displayName, locale })
    setLocale(profile.value.locale)
  }

  function forget(): void {
    profile.value = undefined
  }

  return { profile, load, change, forget }
})
