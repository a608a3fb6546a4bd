import { watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { useToasts } from '@/ui'
import type { Person } from './people'

/** Says who came, who left and who shows a screen: on the page and, through its live region, aloud. */
export function useAnnouncements(people: Ref<Person[]>, settled: () => boolean): void {
  const { t } = useI18n()
  const { say } = useToasts()

  watch(people, tell, { flush: 'sync' })

  // In the moment it happens, because a moment later the call may already be on again.
  function tell(now: Person[], before: Person[]): void {
    // Entering shows everybody at once, and losing the line loses everybody: neither is news about a person.
    if (!settled()) return
    for (const it of others(now)) {
      const earlier = before.find((old) => old.connectionId === it.connectionId)
      if (!earlier) say(t('call.came', { name: it.displayName }))
      if (it.screen && !earlier?.screen) say(t('call.sharesScreen', { name: it.displayName }))
    }
    for (const it of others(before)) {
      if (!now.some((later) => later.connectionId === it.connectionId))
        say(t('call.went', { name: it.displayName }))
    }
  }
}

function others(people: Person[]): Person[] {
  return people.filter((it) => !it.mine && it.displayName)
}
