import { createRouter, createWebHistory, type RouteLocationNormalized } from 'vue-router'
import { useProfile } from '@/features/profile'
import { useSession } from '@/features/session'
import { Problem } from '@/problems'
import { useStartup } from './useStartup'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', component: () => import('@/features/rooms/RoomsPage.vue'), meta: { title: 'rooms.title' } },
    {
      path: '/sign-in',
      component: () => import('@/features/session/SessionSignInPage.vue'),
      meta: { open: true, title: 'signIn.pageTitle' },
    },
    {
      path: '/r/:code',
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
  try {
    return (await signedIn()) ? true : toSignIn(to)
  } catch (error) {
    startup.problem.value = Problem.of(error)
    return true
  } finally {
    startup.ready.value = true
  }
})

router.afterEach(() => {
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
