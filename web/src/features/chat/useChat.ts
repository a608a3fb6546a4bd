import { computed, ref } from 'vue'
import { Problem } from '@/problems'
import { chatApi, type Message } from './api'
import { mergeMessages, pendingLine, withState, type Line } from './chatMerge'

export type Chat = ReturnType<typeof useChat>

interface Me {
  accountId: string
  displayName: string
}

/** The room's conversation: history from the server, what others say by signal, one's own at once. */
export function useChat(code: string, me: () => Me) {
  const lines = ref<Line[]>([])
  const more = ref(false)
  const loading = ref(false)
  const problem = ref<Problem>()
  const open = ref(false)
  const seen = ref(0)
  const unread = computed(() => (open.value ? 0 : othersIn(lines.value) - seen.value))

  const othersIn = (all: Line[]) => all.filter((it) => it.accountId !== me().accountId).length
  const merge = (messages: Message[]) => (lines.value = mergeMessages(lines.value, messages))

  /** What was said before one came in is not news; what was missed while the line was down is. */
  async function catchUp(first: boolean): Promise<void> {
    await page(undefined)
    if (first) markSeen()
  }

  async function earlier(): Promise<void> {
    const before = othersIn(lines.value)
    await page(lines.value.find((it) => it.state === 'sent')?.id)
    seen.value += othersIn(lines.value) - before
  }

  async function page(before: string | undefined): Promise<void> {
    loading.value = true
    problem.value = undefined
    try {
      const history = await chatApi.history(code, before)
      if (before || !lines.value.length) more.value = history.more
      merge(history.messages)
    } catch (error) {
      problem.value = Problem.of(error)
    } finally {
      loading.value = false
    }
  }

  function received(data: string): void {
    try {
      merge([JSON.parse(data) as Message])
    } catch {
      // Signals of this type come from the server only; what is not JSON is not a message.
    }
    if (open.value) markSeen()
  }

  async function say(text: string): Promise<void> {
    const { accountId, displayName } = me()
    const line = pendingLine(newClientId(), text, accountId, displayName, new Date())
    lines.value = [...lines.value, line]
    await deliver(line)
  }

  /** The client id stays the same, so a message that did arrive the first time is not said twice. */
  async function retry(line: Line): Promise<void> {
    lines.value = withState(lines.value, line.clientId, 'pending')
    await deliver(line)
  }

  async function deliver(line: Line): Promise<void> {
    try {
      merge([await chatApi.send(code, line.text, line.clientId)])
      problem.value = undefined
    } catch (error) {
      problem.value = Problem.of(error)
      lines.value = withState(lines.value, line.clientId, 'failed')
    }
  }

  const discard = (line: Line) =>
    (lines.value = lines.value.filter((it) => it.clientId !== line.clientId || it.state === 'sent'))
  const markSeen = () => (seen.value = othersIn(lines.value))

  function toggle(now = !open.value): void {
    open.value = now
    markSeen()
  }

  return {
    lines,
    more,
    loading,
    problem,
    open,
    unread,
    catchUp,
    earlier,
    received,
    say,
    retry,
    discard,
    toggle,
  }
}

// crypto.randomUUID exists in secure contexts only, and chat must work without one.
function newClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return [...bytes].map((it) => it.toString(16).padStart(2, '0')).join('')
}
