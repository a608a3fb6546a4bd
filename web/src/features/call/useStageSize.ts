import { onMounted, onUnmounted, reactive, useTemplateRef } from 'vue'

/** The size of the element with `ref="stage"`, kept up to date. */
export function useStageSize() {
  const stage = useTemplateRef<HTMLElement>('stage')
  const size = reactive({ width: 0, height: 0 })
  const observer = new ResizeObserver(([entry]) => {
    size.width = entry?.contentRect.width ?? 0
    size.height = entry?.contentRect.height ?? 0
  })
  onMounted(() => stage.value && observer.observe(stage.value))
  onUnmounted(() => observer.disconnect())
  return { stage, size }
}
