import { ref } from 'vue'
import { useLoaded } from '@/problems'
import { activityApi, type ActivityEvent } from './api'

/** What happened to the account, newest first, page by page. */
export function useActivity() {
  const events = ref<ActivityEvent[]>([])
  const more = ref(false)
  const loaded = ref(false)
  const { loading, problem, load } = useLoaded(async () => {
    const page = await activityApi.page(events.value.at(-1)?.id)
    const known = new Set(events.value.map((it) => it.id))
    events.value = [...events.value, ...page.events.filter((it) => !known.has(it.id))]
    more.value = page.more
    loaded.value = true
  })

  return { events, more, loaded, loading, problem, load }
}
