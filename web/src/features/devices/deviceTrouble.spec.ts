import { afterEach, describe, expect, it, vi } from 'vitest'
import en from '@/locales/en.json'
import ko from '@/locales/ko.json'
import { deviceTrouble, sharedTroubles, troubleBeforeAsking, troubleOfBoth, troubles } from './deviceTrouble'

afterEach(() => vi.unstubAllGlobals())

const secure = (value: boolean) => vi.stubGlobal('isSecureContext', value)

describe('a device that cannot be had', () => {
  it.each([
    ['NotAllowedError', 'Permission denied', 'denied'],
    ['NotAllowedError', 'Permission dismissed', 'dismissed'],
    ['NotAllowedError', 'Permission denied by system', 'system'],
    ['NotReadableError', 'Could not start video source', 'in-use'],
    ['AbortError', 'Starting videoinput failed', 'in-use'],
    ['NotFoundError', 'Requested device not found', 'none'],
    ['OverconstrainedError', '', 'constraint'],
    ['NotSupportedError', '', 'unsupported'],
    ['SomethingNew', '', 'unknown'],
  ])('%s "%s" is %s', (name, message, trouble) => {
    expect(deviceTrouble(new DOMException(message, name))).toBe(trouble)
  })

  it('is understood where only the constructor has the name', () => {
    class OverconstrainedError extends Error {}
    expect(deviceTrouble(new OverconstrainedError())).toBe('constraint')
  })

  it('is unknown where nothing was said', () => {
    expect(deviceTrouble(undefined)).toBe('unknown')
  })
})

describe('before asking', () => {
  it('an unsafe page is told from an old browser', () => {
    secure(false)
    expect(troubleBeforeAsking()).toBe('insecure')
    secure(true)
    vi.stubGlobal('navigator', {})
    expect(troubleBeforeAsking()).toBe('unsupported')
    vi.stubGlobal('navigator', { mediaDevices: { getUserMedia: () => {} } })
    expect(troubleBeforeAsking()).toBeUndefined()
  })
})

it('tells a cause that camera and microphone share once', () => {
  expect(troubleOfBoth('denied', 'denied')).toBe('denied')
  expect(troubleOfBoth('denied', 'none')).toBeUndefined()
  expect(troubleOfBoth('in-use', 'in-use')).toBeUndefined()
  expect(troubleOfBoth(undefined, undefined)).toBeUndefined()
})

describe.each([
  ['ko', ko],
  ['en', en],
])('in %s', (_, { devices }) => {
  it.each(['camera', 'microphone', 'screen'] as const)('every trouble of a %s has its sentence', (kind) => {
    const texts = devices[kind] as Record<string, { title: string; remedy: string } | string>
    const sentences = troubles.map((it) => texts[it] as { title: string; remedy: string })
    for (const it of sentences) expect(it.title && it.remedy).toBeTruthy()
    expect(new Set(sentences.map((it) => it.title)).size).toBe(troubles.length)
  })

  it('every shared trouble has its sentence', () => {
    expect(Object.keys(devices.both).sort()).toEqual([...sharedTroubles].sort())
  })
})
