import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import en from '@/locales/en.json'
import ko from '@/locales/ko.json'
import { eventKind, eventKinds } from './eventKinds'
import { remedies } from './remedies'

const contract = readFileSync(resolve('../docs/api.md'), 'utf8')

describe.each([
  ['ko', ko],
  ['en', en],
])('in %s', (_, messages) => {
  it.each([...eventKinds, 'other'] as const)('the event %s has a sentence', (kind) => {
    expect(messages.activity.kinds[kind]).toMatch(/\S/)
  })

  it('no sentence is for an event that does not exist', () => {
    expect(Object.keys(messages.activity.kinds).sort()).toEqual([...eventKinds, 'other'].sort())
  })

  it('every notice says what happened and what it means', () => {
    expect(Object.keys(messages.notices.kinds).sort()).toEqual(Object.keys(remedies).sort())
    for (const { title, meaning } of Object.values(messages.notices.kinds)) {
      expect(title).not.toMatch(/[.]$/)
      expect(meaning).toMatch(/[.]$/)
    }
  })
})

it('knows the very kinds of the contract', () => {
  const listed = contract.match(/^event kinds:([^]*?)\. A notice/m)![1]!
  expect([...listed.matchAll(/`([a-z-]+)`/g)].map((it) => it[1])).toEqual([...eventKinds])
})

it('shows an event of a later version rather than nothing', () => {
  expect(eventKind('passkey-added')).toBe('other')
  expect(eventKind('signed-in')).toBe('signed-in')
})
