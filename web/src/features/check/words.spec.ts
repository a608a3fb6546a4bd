import { describe, expect, it } from 'vitest'
import en from '@/locales/en.json'
import ko from '@/locales/ko.json'
import { causes } from './findings'
import { parts, steps } from './steps'
import { verdicts } from './verdict'

describe.each([
  ['ko', ko],
  ['en', en],
])('in %s', (_, { check }) => {
  it('every cause says what it is, what it breaks and what to do', () => {
    const texts = check.causes as Record<string, { title: string; breaks: string; remedy: string }>
    expect(Object.keys(texts).sort()).toEqual([...causes].sort())
    for (const it of Object.values(texts)) expect(it.title && it.breaks && it.remedy).toBeTruthy()
    expect(new Set(Object.values(texts).map((it) => it.title)).size).toBe(causes.length)
  })

  it('every step, part and verdict has its name', () => {
    expect(Object.keys(check.steps)).toEqual([...steps])
    expect(Object.keys(check.parts)).toEqual(Object.keys(parts))
    expect(Object.keys(check.verdicts).sort()).toEqual([...verdicts].sort())
  })
})

it('every step belongs to one part, in the order in which it is taken', () => {
  expect(Object.values(parts).flat()).toEqual([...steps])
})
