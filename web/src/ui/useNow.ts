import { onScopeDispose, readonly, ref, type Ref } from 'vue'

const now = ref(Date.now())
let readers = 0
let timer: ReturnType<typeof setInterval>

/** The time to within half a minute, from one clock for everything on the page that says "… ago". */
export function useNow(): Readonly<Ref<number>> {
  now.value = Date.now()
  if (readers++ === 0) timer = setInterval(() => (now.value = Date.now()), 30_000)
  onScopeDispose(() => {
    if (--readers === 0) clearInterval(timer)
  })
  return readonly(now)
}
