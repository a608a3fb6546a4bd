import { ref, watch } from 'vue'

export type ThemeChoice = 'system' | 'light' | 'dark'

const KEY = 'sarangbang.theme'
const dark = matchMedia('(prefers-color-scheme: dark)')
const choice = ref<ThemeChoice>(stored())

dark.addEventListener('change', apply)
watch(choice, (now) => {
  try {
    localStorage.setItem(KEY, now)
  } catch {
    // The choice then lasts as long as the page.
  }
  apply()
})

export function useTheme() {
  return { choice, toggle }
}

/** From whatever is shown now to the other one. */
function toggle(): void {
  choice.value = shown() === 'dark' ? 'light' : 'dark'
}

function shown(): 'light' | 'dark' {
  if (choice.value !== 'system') return choice.value
  return dark.matches ? 'dark' : 'light'
}

function apply(): void {
  document.documentElement.dataset.theme = shown()
  const paper = getComputedStyle(document.documentElement).getPropertyValue('--paper')
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', paper.trim())
}

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY)
    return value === 'light' || value === 'dark' ? value : 'system'
  } catch {
    return 'system'
  }
}
