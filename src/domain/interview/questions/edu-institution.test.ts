import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { eduInstitution } from './edu-institution.ts'

it('is asked of those who learned somewhere', () => {
  const after = (level: string) => asking(eduInstitution, {}, { here: { level } })
  expect(after('tve').applies).toBe(true)
  expect(after('informal').applies).toBe(false)
  expect(after('none').applies).toBe(false)
  expect(asking(eduInstitution, {}, { here: { level: { skipped: 'refused' } } }).applies).toBe(false)
  expect(after('tve').reads('Ақсу колледжі')).toBe('Ақсу колледжі')
  expect(after('tve').skips).toEqual(['unknown'])
})
