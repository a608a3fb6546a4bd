import { expect, it } from 'vitest'
import { loudness } from './useLevel'

const tone = (amplitude: number) => Float32Array.from({ length: 512 }, (_, n) => amplitude * Math.sin(n / 3))

it('shows silence as nothing and a shout as everything', () => {
  expect(loudness(new Float32Array(512))).toBe(0)
  expect(loudness(tone(1))).toBe(1)
})

it('grows with the voice', () => {
  const levels = [0.005, 0.02, 0.08, 0.2].map((it) => loudness(tone(it)))
  expect([...levels].sort((a, b) => a - b)).toEqual(levels)
  expect(levels[0]).toBeGreaterThan(0)
  expect(levels.at(-1)).toBeLessThan(1)
})
