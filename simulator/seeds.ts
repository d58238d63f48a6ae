/** The people one finds when the page is opened for the first time; all invented. */
import type { PersonSeed } from './world.ts'

export const SEEDS: PersonSeed[] = [
  { id: 510000001, first_name: 'Айгүл', last_name: 'Сәрсенова', username: 'aigul_sarsen', language_code: 'kk', phone: '+77015550101' },
  { id: 510000002, first_name: 'Ерлан', last_name: 'Жұмабеков', language_code: 'kk', phone: '+77015550102' },
  { id: 510000003, first_name: 'Наталья', last_name: 'Ким', username: 'nkim_hr', language_code: 'ru', phone: '+77015550103' },
  { id: 510000004, first_name: 'Сергей', last_name: 'Ковалёв', language_code: 'ru', phone: '+77015550104' },
  { id: 510000005, first_name: 'John', last_name: 'Okafor', language_code: 'en', phone: '+77015550105' },
  {
    id: 520000001,
    first_name: 'Дана',
    last_name: 'Ахметова',
    username: 'dana_reviewer',
    language_code: 'kk',
    phone: '+77015550201',
    staff: 'administrator',
  },
  {
    id: 520000002,
    first_name: 'Олег',
    last_name: 'Петренко',
    username: 'oleg_reviewer',
    language_code: 'ru',
    phone: '+77015550202',
    staff: 'member',
  },
  {
    id: 520000003,
    first_name: 'Гүлнар',
    last_name: 'Бектасова',
    username: 'gulnar_manager',
    language_code: 'kk',
    phone: '+77015550203',
    staff: 'creator',
  },
]
