import { expect, test } from 'vitest'
import { makeIds, newId } from './ids.ts'
import { deriveKey, keyedHash, newKey, open, openAny, openJson, seal, SealBroken, sealJson, unwrapKey, wrapKey } from './seal.ts'

test('what was sealed opens with its key, in its place, and nowhere else', () => {
  const key = newKey()
  const sealed = seal(key, Buffer.from('Ақмарал'), 's:1')
  expect(open(key, sealed, 's:1').toString()).toBe('Ақмарал')
  expect(() => open(key, sealed, 's:2')).toThrow(SealBroken)
  expect(() => open(newKey(), sealed, 's:1')).toThrow(SealBroken)
  for (let at = 0; at < sealed.length; at += 1) {
    const bad = Buffer.from(sealed)
    bad[at]! ^= 1
    expect(() => open(key, bad, 's:1')).toThrow(SealBroken)
  }
  expect(() => open(key, sealed.subarray(0, 20), 's:1')).toThrow(SealBroken)
  expect(seal(key, Buffer.from('x'), 'a').equals(seal(key, Buffer.from('x'), 'a'))).toBe(false)
})

test('a key opens with the vault key of today or the one before', () => {
  const [now, before, key] = [newKey(), newKey(), newKey()]
  expect(unwrapKey([now, before], wrapKey(before, key, 'c1'), 'c1').equals(key)).toBe(true)
  expect(() => unwrapKey([now], wrapKey(before, key, 'c1'), 'c1')).toThrow(SealBroken)
  expect(() => openAny([], Buffer.alloc(40), 'x')).toThrow(SealBroken)
  expect(openJson([now, before], sealJson(before, { a: 1 }, 'p'), 'p')).toEqual({ a: 1 })
})

test('purposes have different keys, values different hashes', () => {
  const key = newKey()
  expect(deriveKey(key, 'iin').equals(deriveKey(key, 'phone'))).toBe(false)
  expect(deriveKey(key, 'iin').equals(deriveKey(key, 'iin'))).toBe(true)
  expect(keyedHash(key, '900101400018')).toMatch(/^[\w-]{22}$/)
})

test('ids have the wanted length and only clear letters', () => {
  expect(newId(12)).toMatch(/^[a-km-np-z2-9]{12}$/)
  expect(makeIds(bytes => new Uint8Array(bytes).fill(31))(3)).toBe('999')
})
