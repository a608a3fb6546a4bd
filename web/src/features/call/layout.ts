import { gridFor } from './callGrid'

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const GAP = 12
/** Below this nobody recognises a face; then the stage scrolls. */
const SMALLEST = 116

/** A place on the stage for everybody; the same elements move when somebody shows a screen, so no sound is cut. */
export function layoutTiles(
  ids: readonly string[],
  featured: string | undefined,
  width: number,
  height: number,
): Map<string, Box> {
  const others = ids.filter((it) => it !== featured)
  if (featured === undefined || !ids.includes(featured))
    return grid(ids, { left: 0, top: 0, width, height }, true)
  if (!others.length) return new Map([[featured, { left: 0, top: 0, width, height }]])
  return spotlight(featured, others, width, height)
}

function spotlight(featured: string, others: string[], width: number, height: number): Map<string, Box> {
  const beside = width > height
  const strip = beside
    ? Math.min(Math.max(width * 0.2, 120), 280)
    : Math.min(Math.max(height * 0.22, 90), 180)
  const main: Box = beside
    ? { left: 0, top: 0, width: width - strip - GAP, height }
    : { left: 0, top: 0, width, height: height - strip - GAP }
  const rest: Box = beside
    ? { left: width - strip, top: 0, width: strip, height }
    : { left: 0, top: height - strip, width, height: strip }
  return new Map([[featured, main], ...grid(others, rest, false)])
}

function grid(ids: readonly string[], box: Box, mayScroll: boolean): Map<string, Box> {
  const fitting = gridFor(ids.length, box.width, box.height, GAP)
  const { columns, width, height } = mayScroll && fitting.width < SMALLEST ? scrolling(box.width) : fitting
  const rows = Math.ceil(ids.length / columns)
  const top = box.top + Math.max((box.height - rows * height - (rows - 1) * GAP) / 2, 0)
  return new Map(ids.map((id, index) => [id, place(index)]))

  function place(index: number): Box {
    const row = Math.floor(index / columns)
    const inRow = Math.min(columns, ids.length - row * columns)
    const indent = (box.width - inRow * width - (inRow - 1) * GAP) / 2
    const left = box.left + indent + (index % columns) * (width + GAP)
    return { left: Math.round(left), top: Math.round(top + row * (height + GAP)), width, height }
  }
}

function scrolling(boxWidth: number) {
  const columns = Math.max(Math.floor((boxWidth + GAP) / (SMALLEST + GAP)), 1)
  const width = Math.floor((boxWidth - GAP * (columns - 1)) / columns)
  return { columns, width, height: width }
}
