import { expect, it } from 'vitest'
import { deskData, readDeskData } from './press.ts'

it('a button says which case, at which revision, what to do', () => {
  const data = deskData({ case: 'ab3cd4ef', revision: 71, action: 'take' })
  expect(data).toBe('s:ab3cd4ef:1z:take')
  expect(readDeskData(data)).toEqual({ case: 'ab3cd4ef', revision: 71, action: 'take', arg: null })
})

it('the longest button fits into the 64 bytes of the platform', () => {
  const data = deskData({ case: 'abcdefgh23456789', revision: 999_999_999, action: 'item', arg: 'education-recognition' })
  expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
  expect(readDeskData(data)?.arg).toBe('education-recognition')
})

it('a button of the candidate is no button of the desk', () => {
  for (const data of ['s:ab3cd4ef', 'q:ab3cd4ef:name:yes', 's:ab:1:', '', 's:a b:1:take', 's:ab:1:take:x:y']) expect(readDeskData(data)).toBeNull()
})

it('what does not fit is a bug and is not sent', () => {
  expect(() => deskData({ case: 'x'.repeat(40), revision: 1, action: 'take' })).toThrow(RangeError)
})
