/** Who answers what: the Bot API, files, the control interface, the page. */
import { createReadStream, existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Dispatch, Outcome } from './dispatch.ts'
import { ApiError } from './errors.ts'
import { takeFaults } from './faults.ts'
import { readBody } from './request.ts'
import type { World } from './world.ts'

const PAGE = path.join(path.dirname(fileURLToPath(import.meta.url)), 'page')
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
}

type Control = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>
interface Parts {
  world: World
  dispatch: Dispatch
  control: Control
}

function send(response: ServerResponse, { status, body }: Pick<Outcome, 'status' | 'body'>): void {
  if (response.destroyed || response.headersSent) return
  const retry = body.ok ? undefined : body.parameters?.retry_after
  response.writeHead(status, { 'content-type': 'application/json', ...(retry ? { 'retry-after': String(retry) } : {}) })
  response.end(JSON.stringify(body))
}

const failed = (code: number, description: string) => ({ status: code, body: { ok: false as const, error_code: code, description } })

function page(pathname: string, response: ServerResponse): void {
  const file = path.join(PAGE, pathname === '/' ? 'index.html' : path.normalize(decodeURIComponent(pathname)))
  if (!file.startsWith(PAGE + path.sep) || !existsSync(file) || !TYPES[path.extname(file)]) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not Found')
    return
  }
  response.writeHead(200, {
    'content-type': TYPES[path.extname(file)] ?? '',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'",
  })
  createReadStream(file).pipe(response)
}

/** The request listener. */
export function createRouter({ world, dispatch, control }: Parts) {
  async function api(request: IncomingMessage, response: ServerResponse, url: URL, method: string): Promise<void> {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const body = await readBody(request, url)
    const outcome = await dispatch(method, body, gone.signal)
    if (outcome.cut) request.socket.destroy()
    else send(response, outcome)
  }

  async function download(response: ServerResponse, request: IncomingMessage, filePath: string): Promise<void> {
    for (const fault of takeFaults(world.faults, 'download', {})) {
      if (fault.delay)
        await new Promise((resolve) => {
          setTimeout(resolve, fault.delay)
        })
      if (fault.cut) return void request.socket.destroy()
      if (fault.error_code) return send(response, failed(fault.error_code, fault.description ?? 'Not Found'))
    }
    const found = world.files.byPath(filePath, world.clock.now())
    if (!found) return send(response, failed(404, 'Not Found'))
    const bytes = found.bytes()
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length })
    response.end(bytes)
  }

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const call = /^\/(file\/)?bot([^/]+)\/(.+)$/.exec(url.pathname)
    if (call) {
      const [, file, token = '', rest = ''] = call
      if (decodeURIComponent(token) !== world.token) return send(response, failed(401, 'Unauthorized'))
      return file ? download(response, request, decodeURIComponent(rest)) : api(request, response, url, rest)
    }
    if (url.pathname.startsWith('/sim/')) {
      // a page from elsewhere, open in the same browser, must not act here
      const { origin, host } = request.headers
      if (origin && (!URL.canParse(origin) || new URL(origin).host !== host)) return send(response, failed(403, 'Forbidden'))
      return control(request, response, url)
    }
    if (url.pathname.startsWith('/bot')) return send(response, failed(404, 'Not Found'))
    return page(url.pathname, response)
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    route(request, response).catch((error: unknown) => {
      if (error instanceof ApiError) return send(response, failed(error.code, error.message))
      if (request.destroyed) return
      console.error('simulator:', error)
      send(response, failed(500, `Internal Server Error: ${error instanceof Error ? error.message : ''}`))
    })
  }
}
