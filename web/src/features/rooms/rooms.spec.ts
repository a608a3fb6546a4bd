import { describe, expect, it } from 'vitest'
import type { Room } from './api'
import { roomCodeIn } from './roomCode'
import { withNewest } from './useRooms'

describe('a room code', () => {
  it.each([
    'kfm-wqtz-hbp',
    ' KFM-WQTZ-HBP ',
    'kfmwqtzhbp',
    'https://sarangbang.example/r/kfm-wqtz-hbp?x=1',
    '초대: /r/kfm-wqtz-hbp',
  ])('is found in %s', (text) => expect(roomCodeIn(text)).toBe('kfm-wqtz-hbp'))

  it.each(['', '안녕', 'kfm-wqtz', 'https://sarangbang.example/'])('is not found in %s', (text) => {
    expect(roomCodeIn(text)).toBeUndefined()
  })
})

it('shows who came in meanwhile without losing the pages that were asked for', () => {
  const room = (code: string, present = 0) => ({ code, present }) as Room
  const merged = withNewest([room('b'), room('c')], [room('a'), room('b', 3)])
  expect(merged).toEqual([room('a'), room('b', 3), room('c')])
})
