import type { IncomingMessage, ServerResponse } from 'node:http'

export type LinkDoor = (token: string) => {
  page(): Promise<{ text: string; button: string } | { over: string }>
  open(): Promise<{ bytes: Uint8Array; name: string } | null>
}

const SAFE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' }
const STYLE = 'body{font:18px/1.5 system-ui,sans-serif;max-width:28rem;margin:15vh auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}'

const html = (response: ServerResponse, status: number, body: string): void => {
  response.writeHead(status, { ...SAFE, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'" })
  response.end(`<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Qujat</title><style>${STYLE}</style>${body}`)
}

/** GET shows a page with a button, POST hands the file out once. False when the path is no link. */
export async function serveLink(door: LinkDoor, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const token = /^\/d\/([a-z0-9]{20,64})$/.exec((request.url ?? '').split('?')[0] ?? '')?.[1]
  if (!token || (request.method !== 'GET' && request.method !== 'POST')) return false
  const link = door(token)
  const file = request.method === 'POST' ? await link.open() : null
  if (file) {
    const type = file.name.endsWith('.pdf') ? 'application/pdf' : 'application/zip'
    response.writeHead(200, { ...SAFE, 'content-type': type, 'content-length': file.bytes.length, 'content-disposition': `attachment; filename="${file.name.replace(/[^\w.-]/g, '_')}"` })
    response.end(file.bytes)
    return true
  }
  const page = await link.page()
  if ('over' in page) html(response, 410, `<p>${page.over}</p>`)
  else html(response, 200, `<p>${page.text}</p><form method="post"><button>${page.button}</button></form>`)
  return true
}
