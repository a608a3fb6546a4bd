import { onMounted, useTemplateRef } from 'vue'

/** Moves the reading position to a new page's heading, as a full page load would; use with `ref="heading"`. */
export function useFocusOnShow(): void {
  const heading = useTemplateRef<HTMLElement>('heading')
  onMounted(() => heading.value?.focus({ preventScroll: true }))
}
