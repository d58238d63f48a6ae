/** Where the bytes are: in memory, or in a folder when one is given. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { badRequest } from './errors.ts'

/** The kinds Telegram keeps apart; a file_id of one kind cannot be sent as another (documents may be sent as documents only). */
export type FileKind = 'photo' | 'document' | 'voice' | 'video' | 'sticker' | 'audio'
/** What is known about a file. */
export interface FileFacts {
  kind: FileKind
  size: number
  name?: string
  mime?: string
  width?: number
  height?: number
  duration?: number
  group?: string
}
interface FileRecord extends FileFacts {
  unique: string
}
/** A file as found by its id. */
export interface FoundFile extends FileFacts {
  unique: string
  bytes(): Buffer
}

/** The store of files. */
export interface Files {
  /** Keeps bytes; the same bytes of the same kind get the same `unique`, each upload an id of its own. */
  put(bytes: Buffer, facts: Omit<FileFacts, 'size'>): { file_id: string; file_unique_id: string; file_size: number }
  /** @throws ApiError 400 for an id never given out */
  get(fileId: string): FoundFile
  /** A download path, good for an hour; @throws ApiError 400 above 20 MB */
  pathOf(fileId: string, now: number): string
  /** The file behind a path while the path is good. */
  byPath(filePath: string, now: number): FoundFile | undefined
  /** Notes which sizes belong to one photo. */
  tag(fileId: string, group: string): void
  /** For the snapshot. */
  dump(): unknown
  /** From the snapshot. */
  load(dump: unknown): void
  clear(): void
}

const LETTERS: Record<FileKind, string> = {
  photo: 'AgACAgIAAx',
  document: 'BQACAgIAAx',
  voice: 'AwACAgIAAx',
  video: 'BAACAgIAAx',
  sticker: 'CAACAgIAAx',
  audio: 'CQACAgIAAx',
}
const FOLDERS: Record<FileKind, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  video: 'videos',
  sticker: 'stickers',
  audio: 'music',
}
const EXTENSIONS: Record<string, string> = { photo: 'jpg', voice: 'oga', video: 'mp4', sticker: 'webp', audio: 'mp3' }
const HOUR = 3_600_000
/** The most `getFile` hands out. */
export const DOWNLOAD_LIMIT = 20 * 1024 * 1024
const wrong = () => badRequest('wrong file_id or the file is temporarily unavailable')

/** @param folder keeps the bytes there instead of in memory */
export function createFiles(folder?: string): Files {
  const records = new Map<string, FileRecord>()
  const uploads = new Map<string, { unique: string; name?: string; mime?: string; group?: string }>()
  const memory = new Map<string, Buffer>()
  const paths = new Map<string, { fileId: string; until: number }>()
  let number = 0
  if (folder) mkdirSync(folder, { recursive: true })
  const bytesOf = (unique: string) =>
    memory.get(unique) ?? (folder && existsSync(path.join(folder, unique)) ? readFileSync(path.join(folder, unique)) : Buffer.alloc(0))

  function get(fileId: string): FoundFile {
    const upload = uploads.get(fileId)
    const record = upload && records.get(upload.unique)
    if (!upload || !record) throw wrong()
    return {
      ...record,
      ...(upload.name ? { name: upload.name } : {}),
      ...(upload.mime ? { mime: upload.mime } : {}),
      ...(upload.group ? { group: upload.group } : {}),
      bytes: () => bytesOf(record.unique),
    }
  }

  return {
    put(bytes, facts) {
      const unique = `AQAD${createHash('sha256').update(facts.kind).update(bytes).digest('base64url').slice(0, 12)}`
      if (!records.has(unique)) {
        records.set(unique, { ...facts, size: bytes.length, unique })
        if (folder) writeFileSync(path.join(folder, unique), bytes)
        else memory.set(unique, bytes)
      }
      const fileId = `${LETTERS[facts.kind]}${unique.slice(4)}${randomBytes(30).toString('base64url')}`
      uploads.set(fileId, {
        unique,
        ...(facts.name ? { name: facts.name } : {}),
        ...(facts.mime ? { mime: facts.mime } : {}),
        ...(facts.group ? { group: facts.group } : {}),
      })
      return { file_id: fileId, file_unique_id: unique, file_size: bytes.length }
    },
    get,
    pathOf(fileId, now) {
      const file = get(fileId)
      if (file.size > DOWNLOAD_LIMIT) throw badRequest('file is too big')
      const extension = EXTENSIONS[file.kind] ?? (path.extname(file.name ?? '').slice(1) || 'bin')
      const filePath = `${FOLDERS[file.kind]}/file_${number++}.${extension}`
      paths.set(filePath, { fileId, until: now + HOUR })
      return filePath
    },
    byPath(filePath, now) {
      const found = paths.get(filePath)
      return found && found.until > now ? get(found.fileId) : undefined
    },
    tag(fileId, group) {
      const upload = uploads.get(fileId)
      if (upload) upload.group = group
    },
    dump: () => ({ records: [...records], uploads: [...uploads], number }),
    load(dump) {
      const {
        records: r,
        uploads: u,
        number: n,
      } = dump as { records: [string, FileRecord][]; uploads: [string, { unique: string }][]; number: number }
      for (const [key, value] of r) records.set(key, value)
      for (const [key, value] of u) uploads.set(key, value)
      number = n
    },
    clear() {
      records.clear()
      uploads.clear()
      memory.clear()
      paths.clear()
      if (folder) {
        rmSync(folder, { recursive: true, force: true })
        mkdirSync(folder, { recursive: true })
      }
    },
  }
}
