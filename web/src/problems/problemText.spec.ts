import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '@/locales/en.json'
import ko from '@/locales/ko.json'
import { problemTypes } from './problemText'

/** Mistakes of this program, not of a person or a machine: nobody could act on a sentence of their own. */
const programmersOnly = [
  'method-not-allowed',
  'not-acceptable',
  'unsupported-media-type',
  'uri-too-long',
  'upgrade-required',
  'misdirected-request',
  'api-key-unknown',
  'webhook-refused',
]

const texts = { ko: ko.problems as Record<string, unknown>, en: en.problems as Record<string, unknown> }

describe.each(['ko', 'en'] as const)('in %s every problem', (locale) => {
  it.each([...problemTypes, 'unexpected'])('%s says what happened and what to do', (type) => {
    expect(texts[locale][type]).toEqual({
      title: expect.stringMatching(/\S/),
      remedy: expect.stringMatching(/[.]$/),
    })
  })

  it('has a type that is used', () => {
    const unused = Object.keys(texts[locale]).filter((it) => !isUsed(it))
    expect(unused).toEqual([])
  })
})

it('knows every type of the catalogue', () => {
  const catalogue = resolve('../docs/problems.md')
  const types = [...readFileSync(catalogue, 'utf8').matchAll(/^\| `(?:\/problems\/)?([a-z-]+)` \|/gm)].map(
    (it) => it[1]!,
  )
  expect(types.length).toBeGreaterThan(10)
  expect(
    types.filter((it) => !(problemTypes as readonly string[]).includes(it) && !programmersOnly.includes(it)),
  ).toEqual([])
})

function isUsed(key: string): boolean {
  return key === 'requestId' || key === 'unexpected' || (problemTypes as readonly string[]).includes(key)
}
