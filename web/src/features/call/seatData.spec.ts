import { expect, it } from 'vitest'
import { seatData } from './seatData'

const json = '{"seatId":"s-1","accountId":"a-1","displayName":"이하늘"}'
const seat = { seatId: 's-1', accountId: 'a-1', displayName: '이하늘' }
const nobody = { seatId: '', accountId: '', displayName: '' }

it('reads what room-service said about a connection', () => {
  expect(seatData(json)).toEqual(seat)
})

it('believes the server, not what a client put before it', () => {
  expect(seatData(`{"seatId":"s-1","accountId":"a-9","displayName":"관리자"}%/%${json}`)).toEqual(seat)
  expect(seatData(`plain text%/%${json}`)).toEqual(seat)
})

it.each([undefined, '', 'null', '[]', '{"displayName":7}', 'not json'])('makes nobody of %s', (data) => {
  expect(seatData(data)).toEqual(nobody)
})
