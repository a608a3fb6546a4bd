import { describe, expect, it } from 'vitest'
import { gridFor } from './callGrid'
import { layoutTiles, type Box } from './layout'

const boxes: [string, number, number][] = [
  ['a phone upright', 344, 560],
  ['a phone lying', 720, 280],
  ['a tablet', 752, 880],
  ['a desktop', 1416, 780],
  ['an ultrawide screen', 3400, 1200],
]
const people = (count: number) => Array.from({ length: count }, (_, index) => `con_${index}`)

const overlap = (a: Box, b: Box) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height

describe.each(boxes)('on %s', (_, width, height) => {
  it.each([1, 2, 3, 4, 5, 7, 9, 12, 16, 25, 30])('%i people fit without touching', (count) => {
    const tiles = [...layoutTiles(people(count), undefined, width, height).values()]
    expect(tiles).toHaveLength(count)
    for (const tile of tiles) {
      expect(tile.left).toBeGreaterThanOrEqual(0)
      expect(tile.left + tile.width).toBeLessThanOrEqual(width + 1)
      expect(tile.width).toBeGreaterThan(60)
    }
    tiles.forEach((a, index) => tiles.slice(index + 1).forEach((b) => expect(overlap(a, b)).toBe(false)))
  })

  it.each([1, 2, 5, 12])('a shared screen is the largest by far beside %i others', (count) => {
    const [screen, ...rest] = [...layoutTiles(people(count + 1), 'con_0', width, height).values()]
    expect(screen!.width * screen!.height).toBeGreaterThan(width * height * 0.5)
    for (const tile of rest) {
      expect(overlap(screen!, tile)).toBe(false)
      expect(tile.top + tile.height).toBeLessThanOrEqual(height + 1)
    }
  })
})

describe('the grid', () => {
  it('prefers columns on a wide stage and rows on a tall one', () => {
    expect(gridFor(2, 1400, 700, 12).columns).toBe(2)
    expect(gridFor(2, 360, 700, 12).columns).toBe(1)
  })

  it('never makes a tile wider than 16:9 nor narrower than 3:4', () => {
    for (const [, width, height] of boxes)
      for (let count = 1; count <= 30; count++) {
        const tile = gridFor(count, width, height, 12)
        const ratio = tile.width / tile.height
        expect(ratio).toBeLessThanOrEqual(16 / 9 + 0.05)
        expect(ratio).toBeGreaterThanOrEqual(3 / 4 - 0.05)
      }
  })

  it('no other number of columns would show people larger', () => {
    const best = gridFor(7, 1280, 720, 12)
    for (let columns = 1; columns <= 7; columns++) {
      const rows = Math.ceil(7 / columns)
      const width = Math.min(
        (1280 - 12 * (columns - 1)) / columns,
        ((720 - 12 * (rows - 1)) / rows) * (16 / 9),
      )
      const height = Math.min((720 - 12 * (rows - 1)) / rows, width)
      expect(Math.floor(width) * Math.floor(height)).toBeLessThanOrEqual(best.width * best.height + 1)
    }
  })

  it('survives a stage that has no size yet', () => {
    expect(layoutTiles(people(3), undefined, 0, 0).size).toBe(3)
  })

  it('centres an unfinished last row', () => {
    const tiles = [...layoutTiles(people(3), undefined, 1200, 700).values()]
    const last = tiles.at(-1)!
    expect(Math.abs(last.left + last.width / 2 - 600)).toBeLessThan(2)
  })
})

it('shows everybody alike when the featured person has left', () => {
  const tiles = [...layoutTiles(people(3), 'con_9', 1200, 700).values()]
  expect(new Set(tiles.map((it) => it.width)).size).toBe(1)
})
