import { ref } from 'vue'

interface Toast {
  id: number
  text: string
}

const toasts = ref<Toast[]>([])
let next = 0

/** Short confirmations of what just happened; never the only place an error is told. */
export function useToasts() {
  return { toasts, say }
}

function say(text: string, milliseconds = 3500): void {
  const id = next++
  toasts.value = [...toasts.value.slice(-2), { id, text }]
  setTimeout(() => (toasts.value = toasts.value.filter((it) => it.id !== id)), milliseconds)
}
