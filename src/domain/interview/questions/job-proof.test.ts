import { expect, it } from 'vitest'
import { asking } from '../../../../test/support/asking.ts'
import { jobProof } from './job-proof.ts'

it('offers the ten papers of Labour Code art. 35, ESUTD, and nothing yet', () => expect(asking(jobProof).options('ru')).toHaveLength(12))

it('several may be named at once: by buttons, words or numbers', () => {
  const it = asking(jobProof)
  expect(it.reads('трудовая книжка')).toEqual(['work-book'])
  expect(it.reads('еңбек кітапшасы және БЖЗҚ үзіндісі')).toEqual(['work-book', 'pension-fund'])
  expect(it.reads('1, 6')).toEqual(['work-book', 'pension-fund'])
  expect(it.presses('~1')).toEqual(['work-book'])
  expect(it.presses('~x')).toEqual(['work-book', 'pension-fund'])
  expect(it.presses('~0')).toBe('interview.tickOne')
  expect(it.reads('сосед подтвердит')).toBe('interview.pressButton')
})

it('"nothing yet" stands alone', () => expect(asking(jobProof).reads('1, 12')).toEqual(['none']))

it('says them all, and the single one of older cases', () => {
  expect(asking(jobProof).says(['work-book', 'pension-fund'], 'ru')).toBe('Трудовая книжка; Выписка ЕНПФ')
  expect(asking(jobProof).says('work-book', 'kk')).toBe('Еңбек кітапшасы')
})
