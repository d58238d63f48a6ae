/**
 * Reads multipart bodies as tolerantly as the Bot API server: clients send unquoted file names in any script,
 * which strict parsers drop together with the file.
 */

/** One part of the body. */
export interface Part {
  name: string
  filename?: string
  mime: string
  bytes: Buffer
}

const MIMES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  pdf: 'application/pdf',
  zip: 'application/zip',
  json: 'application/json',
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  xml: 'application/xml',
  yaml: 'application/x-yaml',
  yml: 'application/x-yaml',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
}

/** What Telegram takes a file for: its name's ending decides, not what the sender said. */
export function mimeOf(filename: string, said = 'application/octet-stream'): string {
  const ending = /\.([^.]+)$/.exec(filename)?.[1]?.toLowerCase() ?? ''
  return MIMES[ending] ?? said
}

function parameters(header: string): Record<string, string> {
  const found = [...header.matchAll(/;\s*([\w*]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;]*))/g)]
  return Object.fromEntries(
    found.map(([, name = '', quoted, bare]) => [
      name.toLowerCase(),
      quoted === undefined ? (bare ?? '').trim() : quoted.replaceAll(/\\(.)/g, '$1').replaceAll('%22', '"'),
    ]),
  )
}

function partOf(raw: Buffer): Part | null {
  const split = raw.indexOf('\r\n\r\n')
  if (split < 0) return null
  const headers = Object.fromEntries(
    raw
      .subarray(0, split)
      .toString('utf8')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]
      }),
  ) as Record<string, string>
  const given = parameters(headers['content-disposition'] ?? '')
  if (!given.name) return null
  const filename = given['filename*'] ? decodeURIComponent(given['filename*'].replace(/^utf-8''/i, '')) : given.filename
  return {
    name: given.name,
    ...(filename === undefined ? {} : { filename }),
    mime: headers['content-type'] ?? 'text/plain',
    bytes: raw.subarray(split + 4),
  }
}

/** The parts of a body; `contentType` names the boundary. Null when it names none. */
export function readMultipart(body: Buffer, contentType: string): Part[] | null {
  const boundary = parameters(`;${contentType.slice(contentType.indexOf(';') + 1)}`).boundary
  if (!boundary) return null
  const parts: Part[] = []
  const mark = Buffer.from(`--${boundary}`)
  let at = body.indexOf(mark)
  while (at >= 0) {
    const start = at + mark.length
    if (body.subarray(start, start + 2).toString() === '--') break
    const next = body.indexOf(Buffer.concat([Buffer.from('\r\n'), mark]), start)
    if (next < 0) break
    const part = partOf(body.subarray(start + 2, next))
    if (part) parts.push(part)
    at = next + 2
  }
  return parts
}
