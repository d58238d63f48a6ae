/** Reads a call's parameters from wherever the Bot API accepts them: query, form, JSON, multipart. */
import type { IncomingMessage } from 'node:http'
import { ApiError } from './errors.ts'
import { mimeOf, readMultipart } from './multipart.ts'

/** A file part of a multipart body. */
export interface Upload {
  bytes: Buffer
  name: string
  mime: string
}
/** What a request brought. */
export interface Body {
  params: Record<string, unknown>
  uploads: Record<string, Upload>
}

const MOST = 52 * 1024 * 1024
const tooLarge = () => new ApiError(413, 'Request Entity Too Large')

/** The whole body. @throws ApiError 413 */
export async function readAll(request: IncomingMessage, most = MOST): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request) {
    size += (part as Buffer).length
    if (size > most) throw tooLarge()
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts)
}

function fromParts(raw: Buffer, type: string): Body {
  const body: Body = { params: {}, uploads: {} }
  const parts = readMultipart(raw, type)
  if (!parts) throw new ApiError(400, 'Bad Request: there is no boundary in the multipart body')
  for (const { name, filename, mime, bytes } of parts) {
    if (filename === undefined) body.params[name] = bytes.toString('utf8')
    else body.uploads[name] = { bytes, name: filename, mime: mimeOf(filename, mime) }
  }
  return body
}

/** @throws ApiError for a body that cannot be read */
export async function readBody(request: IncomingMessage, url: URL, most = MOST): Promise<Body> {
  const type = request.headers['content-type'] ?? ''
  const query = Object.fromEntries(url.searchParams)
  if (type.startsWith('multipart/form-data')) {
    const body = fromParts(await readAll(request, most), type)
    return { params: { ...query, ...body.params }, uploads: body.uploads }
  }
  const text = (await readAll(request, most)).toString('utf8')
  if (!text) return { params: query, uploads: {} }
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { params: { ...query, ...Object.fromEntries(new URLSearchParams(text)) }, uploads: {} }
  try {
    const json: unknown = JSON.parse(text)
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return { params: { ...query, ...json }, uploads: {} }
  } catch {
    /* said below */
  }
  throw new ApiError(400, "Bad Request: can't parse the request body: it is not a JSON object")
}
