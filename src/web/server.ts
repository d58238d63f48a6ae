import { timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

import { type LinkDoor, serveLink } from './link.ts'

export type WebOptions = {
  port: number
  webhook?: { path: string; secret: string; take(update: unknown): Promise<'done' | 'again'> }
  /** One-time links to sealed dossiers. */
  link?: LinkDoor
  health(): Promise<{ ok: boolean }>
  metrics(): Promise<string>
}

const LARGEST_UPDATE = 2 * 1024 * 1024

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > LARGEST_UPDATE) return null
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const sameSecret = (given: string | string[] | undefined, secret: string): boolean => {
  const a = Buffer.from(typeof given === 'string' ? given : '')
  const b = Buffer.from(secret)
  return a.length === b.length && timingSafeEqual(a, b)
}

const end = (response: ServerResponse, status: number, text = '', type = 'text/plain; charset=utf-8'): void => {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(text)
}

/** 200 only when the update's effects are in Redis; anything else makes Telegram bring it again. */
async function webhook(options: NonNullable<WebOptions['webhook']>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!sameSecret(request.headers['x-telegram-bot-api-secret-token'], options.secret)) return end(response, 401)
  const body = await bodyOf(request)
  if (body === null) {
    response.setHeader('connection', 'close')
    return end(response, 413)
  }
  let update: unknown
  try {
    update = JSON.parse(body)
  } catch {
    return end(response, 400)
  }
  if (typeof update !== 'object' || update === null || !('update_id' in update)) return end(response, 400)
  const outcome = await options.take(update)
  end(response, outcome === 'done' ? 200 : 503)
}

async function route(options: WebOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '/').split('?')[0]
  if (options.webhook && request.method === 'POST' && path === options.webhook.path) return webhook(options.webhook, request, response)
  if (options.link && (await serveLink(options.link, request, response))) return
  if (request.method !== 'GET') return end(response, 404)
  if (path === '/health') {
    const health = await options.health()
    return end(response, health.ok ? 200 : 503, JSON.stringify(health), 'application/json')
  }
  if (path === '/metrics') return end(response, 200, await options.metrics())
  end(response, 404)
}

export type Web = { port: number; stop(): Promise<void> }

/** Webhook, health and metrics. Throws when the port is taken. */
export async function startWeb(options: WebOptions): Promise<Web> {
  const server = createServer((request, response) => {
    route(options, request, response).catch(() => { if (!response.headersSent) end(response, 500) })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : options.port,
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeIdleConnections()
    }),
  }
}
