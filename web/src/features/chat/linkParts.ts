export interface TextPart {
  text: string
  href?: string
}

const LINK = /https?:\/\/[^\s<>"'`]+/gi
const TRAILING = /[.,!?:;)\]}…。、」』]+$/

/** A message cut into plain text and links. It is shown as text nodes and <a>, never as HTML. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(LINK)) {
    const shown = trimmed(match[0])
    const href = safeHref(shown)
    if (!href) continue
    if (match.index > end) parts.push({ text: text.slice(end, match.index) })
    parts.push({ text: shown, href })
    end = match.index + shown.length
  }
  if (end < text.length) parts.push({ text: text.slice(end) })
  return parts
}

// "(https://a.kr/x)." ends before the bracket, but "https://a.kr/x_(y)" keeps its own.
function trimmed(link: string): string {
  const bare = link.replace(TRAILING, '')
  const closes = link[bare.length] === ')' && bare.split('(').length > bare.split(')').length
  return closes ? `${bare})` : bare
}

function safeHref(link: string): string | undefined {
  try {
    const url = new URL(link)
    return /^https?:$/.test(url.protocol) && url.hostname && !url.username ? url.href : undefined
  } catch {
    return undefined
  }
}
