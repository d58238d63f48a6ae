/** The control interface under `/sim/`: JSON in, JSON out; files as base64 or as parts of a form. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { ApiError } from './errors.ts'
import type { Operations } from './operations.ts'
import { readBody, type Body, type Upload } from './request.ts'
import type { SentFile } from './sent.ts'
import type { World } from './world.ts'

type Json = Record<string, any>
interface Route {
  method: string
  path: RegExp
  run(input: { ids: string[]; query: URLSearchParams; body: Json }): unknown
}

const DOWNLOAD = 2000 * 1024 * 1024
const place = (body: Json) => ({ chat: body.chat, thread: body.thread, reply_to: body.reply_to })

function asFile(upload: Upload, body: Json): SentFile {
  return { bytes: upload.bytes, name: upload.name, mime: upload.mime, ...(body.hd ? { hd: true } : {}) }
}

/** Form fields are words; files come as `photo`, `document` or several `album…` parts. */
function fromForm({ params, uploads }: Body): Json {
  const body: Json = { ...params }
  for (const name of ['thread', 'reply_to', 'message_id'] as const) if (body[name] !== undefined) body[name] = Number(body[name])
  const album = Object.entries(uploads).filter(([name]) => name.startsWith('album'))
  if (album.length > 0)
    body.album = album.map(([name, upload], index) => ({
      ...asFile(upload, body),
      kind: name.includes('document') ? 'document' : 'photo',
      ...(index === 0 && body.caption ? { caption: body.caption } : {}),
    }))
  for (const name of ['photo', 'document', 'voice', 'video', 'live_photo'] as const) if (uploads[name]) body[name] = asFile(uploads[name], body)
  return body
}

function routes(operations: Operations, world: World): Route[] {
  const at = (method: string, path: string, run: Route['run']): Route => ({
    method,
    path: new RegExp(`^/sim${path.replaceAll(':id', '([^/]+)')}$`),
    run,
  })
  const id = (ids: string[]) => Number(ids[0])
  return [
    at('GET', '/state', () => ({
      token: world.token,
      staffChatId: operations.state.staffChatId,
      bot: operations.state.bot,
      seq: operations.state.seq,
      now: world.clock.now(),
      staff: operations.chat('staff') && { title: operations.chat('staff').title, members: operations.chat('staff').members },
    })),
    at('GET', '/persons', () => operations.persons()),
    at('POST', '/persons', ({ body }) => operations.addPerson(body)),
    at('POST', '/persons/:id/send', ({ ids, body }) => operations.send(id(ids), body)),
    at('POST', '/persons/:id/start', ({ ids, body }) => operations.start(id(ids), body.payload)),
    at('POST', '/persons/:id/press', ({ ids, body }) => operations.press(id(ids), body as never)),
    at('POST', '/persons/:id/press-again', ({ ids, body }) => operations.pressAgain(id(ids), body.wait)),
    at('POST', '/persons/:id/edit', ({ ids, body }) => operations.edit(id(ids), body as never)),
    at('POST', '/persons/:id/react', ({ ids, body }) => operations.react(id(ids), body.message_id, place(body), body.emoji ?? null)),
    at('POST', '/persons/:id/take-back', ({ ids, body }) => operations.takeBack(id(ids), place(body), body.message_id)),
    at('POST', '/persons/:id/block', ({ ids }) => operations.block(id(ids))),
    at('POST', '/persons/:id/unblock', ({ ids }) => operations.unblock(id(ids))),
    at('GET', '/persons/:id/commands', ({ ids, query }) => operations.commands(id(ids), query.get('chat') === 'staff' ? 'staff' : 'private')),
    at('GET', '/persons/:id/profile', ({ ids }) => operations.profile(operations.persons().find((one) => one.id === id(ids))?.language_code)),
    at('GET', '/chats/:id/messages', ({ ids, query }) =>
      operations.messages(ids[0] ?? '', {
        after: Number(query.get('after') ?? 0),
        wait: Math.min(60_000, Number(query.get('wait') ?? 0)),
        ...(query.has('thread') ? { thread: Number(query.get('thread')) } : {}),
      }),
    ),
    at('GET', '/topics', () => operations.topics()),
    at('POST', '/topics/:id/delete', ({ ids }) => operations.deleteTopic(id(ids))),
    at('POST', '/members/:id', ({ ids, body }) => operations.setMember(id(ids), body.status)),
    at('GET', '/log', () => operations.log()),
    at('GET', '/pending', () => operations.pending()),
    at('POST', '/faults', ({ body }) => operations.faults(Array.isArray(body.faults) ? body.faults : [body])),
    at('DELETE', '/faults', () => operations.clearFaults()),
    at('POST', '/limits', ({ body }) => operations.limits(body.limits ?? body)),
    at('POST', '/clock', ({ body }) => operations.advance(Number(body.advance))),
    at('POST', '/redeliver', ({ body }) => ({ update_id: operations.redeliver(body.update_id) })),
    at('POST', '/expire-presses', () => operations.expirePresses()),
    at('POST', '/migrate', ({ body }) => ({ chat_id: operations.migrate(body.chat_id) })),
    at('POST', '/reset', () => operations.reset()),
  ]
}

/** Handles what begins with `/sim/`. */
export function createControl(operations: Operations, world: World) {
  const all = routes(operations, world)

  function events(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(': open\n\n')
    const tell = (change: unknown) => {
      response.write(`data: ${JSON.stringify(change)}\n\n`)
    }
    world.events.on('change', tell)
    const beat = setInterval(() => response.write(': beat\n\n'), 20_000)
    response.on('close', () => {
      clearInterval(beat)
      world.events.off('change', tell)
    })
  }

  function file(fileId: string, url: URL, response: ServerResponse): void {
    const found = operations.file(fileId)
    const name = encodeURIComponent(found.name ?? `${found.kind}.${found.kind === 'photo' ? 'jpg' : 'bin'}`)
    response.writeHead(200, {
      'content-type': found.mime ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'content-disposition': `${url.searchParams.has('download') || !/^image\/(jpeg|png|webp|gif)$/.test(found.mime ?? '') ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`,
      'cache-control': 'max-age=86400',
    })
    response.end(found.bytes())
  }

  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> => {
    if (url.pathname === '/sim/events') return events(response)
    const fileId = /^\/sim\/files\/([^/]+)$/.exec(url.pathname)?.[1]
    try {
      if (fileId) return file(fileId, url, response)
      const route = all.find((one) => one.method === request.method && one.path.test(url.pathname))
      if (!route) throw new ApiError(404, `no such control: ${request.method} ${url.pathname}`)
      const read = request.method === 'GET' ? { params: {}, uploads: {} } : await readBody(request, url, DOWNLOAD)
      const body =
        Object.keys(read.uploads).length > 0 || request.headers['content-type']?.startsWith('multipart/') ? fromForm(read) : (read.params as Json)
      const result = await route.run({ ids: route.path.exec(url.pathname)?.slice(1).map(decodeURIComponent) ?? [], query: url.searchParams, body })
      answer(response, 200, result ?? { ok: true })
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      answer(response, error.code, { error: error.message })
    }
  }
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}
