import { fileTypeFromBuffer } from 'file-type'
import type { MediaKind } from './inspection.ts'

export type Sniffed = { kind: MediaKind | null; mime: string; extension: string; detected?: string }

const ALLOWED: Record<string, MediaKind> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}
const EXTENSIONS: Record<string, string> = { jpeg: 'jpg' }
const HEIC = ['image/heic', 'image/heif', 'image/heic-sequence', 'image/heif-sequence']

/** What the bytes are, by their content alone; `kind` is null for anything we do not read. */
export async function sniff(bytes: Uint8Array): Promise<Sniffed> {
  const found = await fileTypeFromBuffer(bytes)
  const mime = found?.mime ?? (looksLikePdf(bytes) ? 'application/pdf' : '')
  if (HEIC.includes(mime)) return { kind: 'heic', mime, extension: 'heic' }
  const kind = ALLOWED[mime]
  if (!kind) return { kind: null, mime, extension: found?.ext ?? '', ...(found && { detected: found.ext }) }
  return { kind, mime, extension: EXTENSIONS[kind] ?? kind }
}

/** Scanners and mail gateways put bytes before the header; every PDF reader allows the first 1024. */
function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
}
