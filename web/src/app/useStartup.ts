import { ref } from 'vue'
import type { Problem } from '@/problems'

const ready = ref(false)
const problem = ref<Problem>()

/** Whether the page knows who is looking at it, and why not where it could not find out. */
export function useStartup() {
  return { ready, problem }
}
