import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { SEAL_HEAD, SEAL_TAG, SealBroken, unsealing } from '../lib/seal.ts'
import { VaultDamaged, VaultMissing } from './errors.ts'
import { halfName, isMissing } from './whole-file.ts'

/**
 * Opens a sealed file into another one, piece by piece, so that a dossier of 100 MB does not pass through memory.
 * Until the tag is verified the bytes lie under a half name; `to` appears only when they can be believed.
 */
export async function unsealToFile(request: { from: string; to: string; key: Uint8Array; place: string }): Promise<void> {
  const { from, to, key, place } = request
  const ends = await readEnds(from, place)
  const half = halfName(to)
  try {
    const last = ends.size - SEAL_TAG - 1
    const body = last < SEAL_HEAD ? [] : createReadStream(from, { start: SEAL_HEAD, end: last })
    await pipeline(body, unsealing(key, ends, place), createWriteStream(half, { flags: 'wx', mode: 0o600 }))
    await rename(half, to)
  } catch (cause) {
    await rm(half, { force: true })
    throw isBroken(cause) ? new VaultDamaged(place, { cause }) : cause
  }
}

type Ends = { head: Buffer; tag: Buffer; size: number }

async function readEnds(path: string, place: string): Promise<Ends> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw isMissing(cause) ? new VaultMissing(place, { cause }) : cause
  })
  try {
    const { size } = await file.stat()
    if (size < SEAL_HEAD + SEAL_TAG) throw new VaultDamaged(place)
    return { size, head: await piece(file, 0, SEAL_HEAD), tag: await piece(file, size - SEAL_TAG, SEAL_TAG) }
  } finally {
    await file.close()
  }
}

async function piece(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await file.read({ buffer: Buffer.alloc(length), position, length })
  return buffer
}

/** OpenSSL's word for a wrong tag, in a stream. */
const isBroken = (error: unknown): boolean =>
  error instanceof SealBroken || (error instanceof Error && error.message.includes('unable to authenticate'))
