import './styles.css'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { i18n } from '@/locales'
import { whereSessionEnds } from '@/app/sessionEnd'
import { router } from '@/app/router'
import { useProfile } from '@/features/profile'
import { useSession } from '@/features/session'
import { whenSessionEnds } from '@/http'
import App from './App.vue'

const app = createApp(App).use(createPinia()).use(i18n).use(router)

whenSessionEnds((problem) => {
  const session = useSession()
  // Its cookies are worth nothing any more, and only the server can delete them.
  if (problem.type === 'account-deleted') void session.signOut().catch(() => undefined)
  session.forget()
  useProfile().forget()
  const place = whereSessionEnds(problem, router.currentRoute.value)
  if (place) void router.replace(place)
})

app.mount('#app')
