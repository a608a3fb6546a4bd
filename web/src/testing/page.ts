import { createPinia, setActivePinia } from 'pinia'
import { onTestFinished, vi } from 'vitest'
import { createApp, type App, type Component } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { i18n, setLocale } from '@/locales'

export interface Page {
  router: Router
  /** All that can be read, dialogs included. */
  text: () => string
  click: (name: string | RegExp) => void
  fill: (label: string, value: string) => void
  named: (name: string | RegExp) => HTMLElement | undefined
}

/** A component as the app would show it, in Korean, at an address, over whatever `fetch` is at the moment. */
export async function show(
  component: Component,
  path = '/',
  props: Record<string, unknown> = {},
): Promise<Page> {
  setLocale('ko')
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:rest(.*)*', component: { render: () => null } }],
  })
  await router.push(path)
  close()
  document.body.innerHTML = '<div id="app"></div>'
  const app = createApp(component, props).use(testPinia()).use(i18n).use(router)
  app.mount('#app')
  shown = app
  onTestFinished(close)
  return { router, text, click: (name) => press(named(name), name), fill, named }
}

let shown: App | undefined

function close(): void {
  shown?.unmount()
  shown = undefined
}

function testPinia() {
  const pinia = prepared ?? createPinia()
  prepared = undefined
  return pinia
}

let prepared: ReturnType<typeof createPinia> | undefined

/** Stores of this test alone, to be filled before `show` shows what is in them. */
export function preparePinia(): void {
  prepared = createPinia()
  setActivePinia(prepared)
}

/** Until something is so; what the page does in between takes a few turns of the loop. */
export function until(expectation: () => void): Promise<void> {
  return vi.waitFor(expectation, { timeout: 2000, interval: 5 })
}

function text(): string {
  return document.body.textContent?.replace(/\s+/g, ' ').trim() ?? ''
}

function named(name: string | RegExp): HTMLElement | undefined {
  const all = [...document.querySelectorAll<HTMLElement>('button, a')]
  return all.find((it) => {
    const its = it.getAttribute('aria-label') ?? it.textContent?.trim() ?? ''
    return typeof name === 'string' ? its === name : name.test(its)
  })
}

function press(element: HTMLElement | undefined, name: string | RegExp): void {
  if (!element) throw new Error(`Nothing is called ${name} in: ${text()}`)
  element.click()
}

function fill(label: string, value: string): void {
  const found = [...document.querySelectorAll('label')].find((it) => readable(it) === label)
  const field = document.getElementById(found?.htmlFor ?? '') as HTMLInputElement | null
  if (!field) throw new Error(`No field is called ${label}`)
  if (field.type === 'checkbox') return field.click()
  field.value = value
  field.dispatchEvent(new Event('input'))
}

function readable(label: HTMLLabelElement): string {
  const copy = label.cloneNode(true) as HTMLElement
  for (const hidden of copy.querySelectorAll('[aria-hidden]')) hidden.remove()
  return copy.textContent?.trim() ?? ''
}
