import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { useInapp } from '@/features/inapp'
import { useProfile } from '@/features/profile'
import { useSession } from '@/features/session'
import { Problem } from '@/problems'
import { useStartup } from './useStartup'

export const router = createRouter({
  history: createWebHistory(),
  scrollBehavior(to, from, saved) {
    if (saved) return saved
    if (to.hash) return { el: to.hash, top: 20 }
    return to.path === from.path ? false : { top: 0 }
  },
  routes: [
    { path: '/', component: () => import('@/features/rooms/RoomsPage.vue'), meta: { title: 'rooms.title' } },
    {
      path: '/sign-in',
      component: () => import('@/features/session/SessionSignInPage.vue'),
      meta: { open: true, title: 'signIn.pageTitle' },
    },
    {
      path: '/check',
      component: () => import('@/features/check/CheckPage.vue'),
      meta: { open: true, title: 'check.pageTitle' },
    },
    {
      path: '/welcome',
      component: () => import('@/features/identities/IdentityWelcomePage.vue'),
      meta: { open: true, title: 'welcome.pageTitle' },
    },
    {
      path: '/account',
      component: () => import('@/features/account/AccountPage.vue'),
      meta: { title: 'account.title' },
    },
    {
      path: '/account/link',
      component: () => import('@/features/identities/IdentityLinkPage.vue'),
      meta: { bare: true, title: 'link.pageTitle' },
    },
    {
      path: '/goodbye',
      component: () => import('@/features/account/AccountGoodbyePage.vue'),
      meta: { open: true, title: 'goodbye.pageTitle' },
    },
    {
      path: '/r/:code',
      name: 'room',
      component: () => import('@/features/call/CallRoomPage.vue'),
      props: true,
      meta: { title: 'app.name', bare: true },
    },
    {
      path: '/:rest(.*)*',
      component: () => import('./NotFoundPage.vue'),
      meta: { open: true, title: 'problems.not-found.title' },
    },
  ],
})

router.beforeEach(async (to) => {
  const startup = useStartup()
  if (to.meta.open) return true
  if (to.name === 'room' && carriesBaggage(to)) return { path: to.path, query: {}, replace: true }
  if (useInapp().appFor(to)) return true
  try {
    return (await signedIn()) ? true : toSignIn(to)
  } catch (error) {
    startup.problem.value = Problem.of(error)
    return true
  } finally {
    startup.ready.value = true
  }
})

// A page is fetched when it is gone to: the connection may have broken, or a newer release have taken its place meanwhile.
router.onError(() => {
  const { ready, problem } = useStartup()
  problem.value = new Problem(navigator.onLine ? 'unreachable' : 'offline')
  ready.value = true
})

router.afterEach((to) => {
  useInapp().settle(to)
  useStartup().ready.value = true
})

async function signedIn(): Promise<boolean> {
  const session = useSession()
  if (!session.signedIn && !(await session.load())) return false
  await useProfile().load()
  return true
}

function toSignIn(to: RouteLocationNormalized) {
  const query = to.fullPath === '/' ? {} : { returnTo: to.fullPath }
  return { path: '/sign-in', query }
}

/** A room's link is what people pass on, or open in another browser by an app's menu: nothing else belongs to it. */
function carriesBaggage({ query }: RouteLocationNormalized): boolean {
  return (
    'openExternalBrowser' in query || (useInapp().appFor({ name: 'room' }) !== undefined && hasAny(query))
  )
}

function hasAny(query: object): boolean {
  return Object.keys(query).length > 0
}
