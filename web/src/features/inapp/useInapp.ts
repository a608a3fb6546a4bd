import { ref } from 'vue'
import type { RouteLocationNormalized } from 'vue-router'
import { externalUrl, inAppBrowser, onAndroid } from './inAppBrowser'

const KEY = 'sarangbang.stayInApp'

const stays = ref(stayed())
const standsInFront = ref(false)

/** What the browser of an app means for a room link: a page in front of it, until the person goes on here anyway. */
export function useInapp() {
  return { standsInFront, appFor, settle, stay }
}

/** What leads out of the app with a room's link: its path alone, as no cookie and no query goes along. */
export function wayOut(path = location.pathname) {
  const app = inAppBrowser()
  const link = `${location.origin}${path}`
  return {
    app,
    link,
    browser: onAndroid() ? 'chrome' : 'safari',
    outside: app && externalUrl(app, link),
  }
}

/** The app whose browser should be left before anything else happens, where this is a room's link. */
function appFor(to: Pick<RouteLocationNormalized, 'name'>) {
  return to.name === 'room' && !stays.value ? inAppBrowser() : undefined
}

function settle(to: Pick<RouteLocationNormalized, 'name'>): void {
  standsInFront.value = appFor(to) !== undefined
}

function stay(): void {
  stays.value = true
  try {
    sessionStorage.setItem(KEY, 'yes')
  } catch {
    // Then it lasts as long as the page.
  }
}

function stayed(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'yes'
  } catch {
    return false
  }
}
