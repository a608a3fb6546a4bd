import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import en from './en.json'
import ko from './ko.json'

const flat = (node: object, path = ''): [string, string][] =>
  Object.entries(node).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, value] as [string, string]]
      : flat(value as object, `${path}${key}.`),
  )

const korean = new Map(flat(ko))
const english = new Map(flat(en))
const slotsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((it) => it[1]!).sort()

describe('the two languages', () => {
  it('have the same sentences', () => {
    expect([...english.keys()].sort()).toEqual([...korean.keys()].sort())
  })

  it.each([...korean])('fill the same gaps in %s', (key, text) => {
    expect(slotsIn(english.get(key) ?? '')).toEqual(slotsIn(text))
  })

  it.each([
    ['ko', ko],
    ['en', en],
  ] as const)('can be read in %s without a warning', (locale, messages) => {
    const i18n = createI18n({ legacy: false, locale, messages: { [locale]: messages } })
    const t = i18n.global.t as (key: string, slots: Record<string, string>) => string
    for (const [key, text] of flat(messages)) {
      const slots = Object.fromEntries(slotsIn(text).map((it) => [it, 'X']))
      expect(t(key, slots)).toBe(text.replace(/\{\w+\}/g, 'X'))
    }
  })
})

it('has every sentence that the pages ask for', () => {
  const asked = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((it) => /\.(vue|ts)$/.test(it) && !it.endsWith('.spec.ts'))
    .map((it) => readFileSync(join('src', it), 'utf8'))
    .flatMap((source) => [...source.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((it) => it[1]!))
  expect(asked.length).toBeGreaterThan(100)
  expect([...new Set(asked)].filter((it) => !korean.has(it))).toEqual([])
})
