import { describe, expect, it } from 'vitest'
import { linkParts } from './linkParts'

const hrefs = (text: string) => linkParts(text).flatMap((it) => it.href ?? [])

describe('links in a message', () => {
  it.each([
    ['보세요 https://example.kr/a?b=1&c=2#d 입니다', 'https://example.kr/a?b=1&c=2#d'],
    ['(https://example.kr/x).', 'https://example.kr/x'],
    [
      'https://ko.wikipedia.org/wiki/사랑방_(건축)',
      'https://ko.wikipedia.org/wiki/%EC%82%AC%EB%9E%91%EB%B0%A9_(%EA%B1%B4%EC%B6%95)',
    ],
    ['http://localhost:8080/r/kfm-wqtz-hbp!', 'http://localhost:8080/r/kfm-wqtz-hbp'],
  ])('are found in %s', (text, href) => {
    expect(hrefs(text)).toEqual([href])
  })

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    'https://bank.kr@evil.example/',
    'httpsx://a.b',
  ])('are not made of %s', (text) => expect(hrefs(text)).toEqual([]))

  it('lose no character of the text', () => {
    for (const text of [
      '',
      'a',
      'x https://a.kr, https://b.kr.',
      '<img src=x onerror=alert(1)> https://a.kr',
    ])
      expect(
        linkParts(text)
          .map((it) => it.text)
          .join(''),
      ).toBe(text)
  })

  it('end before a quote, so that nothing else becomes part of them', () => {
    expect(hrefs('"https://a.kr/"onmouseover="x"')).toEqual(['https://a.kr/'])
  })
})
