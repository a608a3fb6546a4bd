import { onMounted, onUnmounted } from 'vue'

/** Single keys by place on the keyboard, so that they work while Hangul is on, and never while somebody is typing. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  function onKey(event: KeyboardEvent): void {
    const action = actions[event.shiftKey ? `Shift+${event.code}` : event.code]
    if (!action || event.repeat || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target))
      return
    event.preventDefault()
    action()
  }
  onMounted(() => window.addEventListener('keydown', onKey))
  onUnmounted(() => window.removeEventListener('keydown', onKey))
}

function isBusy(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  return (
    target.closest(
      'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="listbox"], [role="menu"]',
    ) !== null
  )
}
