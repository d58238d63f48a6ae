import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { employerBin } from './employer-bin.ts'

it('takes twelve digits whose control digit holds, spaces or not', () => {
  const it = asking(employerBin, { initiative: 'employer' })
  expect(it.reads('БСН 900101 300017')).toBe('900101300017')
  expect(it.reads('900101300018')).toBe('reading.bin.checksum')
  expect(it.reads('12345')).toBe('reading.bin.length')
  expect(it.skips).toEqual(['unknown'])
})
