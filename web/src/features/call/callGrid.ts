export interface Grid {
  columns: number
  width: number
  height: number
}

const WIDEST = 16 / 9
/** On a tall stage people fill it upright; on a wide one that would cut their camera's picture for nothing. */
const NARROWEST_TALL = 3 / 4
const NARROWEST_WIDE = 1

/** The tile size that shows `count` people largest in a box: every number of columns is tried, the biggest tile wins. */
export function gridFor(count: number, width: number, height: number, gap: number): Grid {
  let best: Grid = { columns: 1, width: 0, height: 0 }
  for (let columns = 1; columns <= Math.max(count, 1); columns++) {
    const tile = tileIn(columns, Math.ceil(Math.max(count, 1) / columns), width, height, gap)
    if (tile.width * tile.height > best.width * best.height) best = tile
  }
  return best
}

function tileIn(columns: number, rows: number, width: number, height: number, gap: number): Grid {
  const cellWidth = Math.max((width - gap * (columns - 1)) / columns, 0)
  const cellHeight = Math.max((height - gap * (rows - 1)) / rows, 0)
  return {
    columns,
    width: Math.floor(Math.min(cellWidth, cellHeight * WIDEST)),
    height: Math.floor(Math.min(cellHeight, cellWidth / (width > height ? NARROWEST_WIDE : NARROWEST_TALL))),
  }
}
