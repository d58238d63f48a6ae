import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes, type DecipherGCM } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

const VERSION = 1
const NONCE = 12
const TAG = 16

/** Bytes of a key: AES-256. */
export const KEY_BYTES = 32

/** The bytes were changed, cut, belong to another place, or were sealed with another key. */
export class SealBroken extends Error {
  override name = 'SealBroken'
  readonly code = 'seal.broken'
  constructor() {
    super('the seal does not hold')
  }
}

/**
 * AES-256-GCM: version byte, 12 random bytes of nonce, ciphertext, 16 bytes of tag.
 * `place` is authenticated, not stored: bytes moved to another place do not open there.
 * A key must not seal more than 2^32 times; the busiest one seals a case some hundreds of times.
 */
export function seal(key: Uint8Array, bytes: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(place))
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** The opposite of `seal`. Throws SealBroken. */
export function open(key: Uint8Array, sealed: Uint8Array, place: string): Buffer {
  if (sealed.length < SEAL_HEAD + TAG) throw new SealBroken()
  const tagAt = sealed.length - TAG
  const decipher = unsealing(key, { head: sealed.subarray(0, SEAL_HEAD), tag: sealed.subarray(tagAt) }, place)
  const body = decipher.update(sealed.subarray(SEAL_HEAD, tagAt))
  try {
    decipher.final()
  } catch {
    throw new SealBroken()
  }
  return body
}

/** Opens with the first key that fits: the present one, then the one before a change of keys. */
export function openAny(keys: readonly Uint8Array[], sealed: Uint8Array, place: string): Buffer {
  for (const key of keys) {
    try {
      return open(key, sealed, place)
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error
    }
  }
  throw new SealBroken()
}

/** Bytes before and after the ciphertext. */
export const SEAL_HEAD = 1 + NONCE
export const SEAL_TAG = TAG

/** A stream that opens the ciphertext between head and tag; it fails at its end when the seal does not hold. */
export function unsealing(key: Uint8Array, ends: { head: Uint8Array; tag: Uint8Array }, place: string): DecipherGCM {
  if (ends.head[0] !== VERSION) throw new SealBroken()
  const decipher = createDecipheriv('aes-256-gcm', key, ends.head.subarray(1))
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(ends.tag)
  return decipher
}

/** A third of the size for 30 µs. A smaller window allocates less; it must never be made smaller than the one that wrote. */
const SMALL = { level: 1, windowBits: 14, memLevel: 6 }

/** A value as JSON, made small, then sealed. */
export const sealJson = (key: Uint8Array, value: unknown, place: string): Buffer =>
  seal(key, deflateRawSync(JSON.stringify(value), SMALL), place)

/** The opposite of `sealJson`; what comes out still wants a schema. Throws SealBroken. */
export const openJson = (keys: readonly Uint8Array[], sealed: Uint8Array, place: string): unknown =>
  JSON.parse(inflateRawSync(openAny(keys, sealed, place), { windowBits: SMALL.windowBits }).toString('utf8'))

export const newKey = (): Buffer => randomBytes(KEY_BYTES)

/** A case's key, sealed with the vault key, so that it may lie beside the case. */
export const wrapKey = (vaultKey: Uint8Array, key: Uint8Array, place: string): Buffer => seal(vaultKey, key, `key:${place}`)

/** Tries each vault key in turn. Throws SealBroken. */
export const unwrapKey = (vaultKeys: readonly Uint8Array[], wrapped: Uint8Array, place: string): Buffer =>
  openAny(vaultKeys, wrapped, `key:${place}`)

/** A key for one purpose, made from the vault key; purposes cannot be computed from each other. */
export const deriveKey = (vaultKey: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', vaultKey, 'qujat', purpose, KEY_BYTES))

/** HMAC-SHA256 cut to 16 bytes, base64url: equal values give equal texts, the text tells nothing without the key. */
export const keyedHash = (key: Uint8Array, value: string): string =>
  createHmac('sha256', key).update(value).digest().subarray(0, 16).toString('base64url')
