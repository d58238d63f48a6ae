import { randomBytes } from 'node:crypto'

/** Letters and digits that are not taken for each other on paper or aloud: no l, o, 0, 1. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Makes an id of `length` characters, five random bits each. */
export type NewId = (length: number) => string

/** Chance is an argument, so that a test can know the ids. */
export const makeIds = (random: (bytes: number) => Uint8Array = randomBytes): NewId =>
  length => Array.from(random(length), byte => ALPHABET[byte & 31]).join('')

export const newId: NewId = makeIds()
