import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const TOKEN = '1000000001:bench-token-of-a-bot-that-is-not'

export type Call = { method: string; body: string }

export type FakeApi = {
  root: string
  /** Sees each call before it is answered; null for nobody. */
  watch(watcher: ((call: Call) => void) | null): void
  /** What the next getUpdates gives; afterwards they find nothing. */
  give(updates: unknown[]): void
  stop(): Promise<void>
}

const ME = { id: 1_000_000_001, is_bot: true, first_name: 'Bench', username: 'bench_bot', can_join_groups: true, can_read_all_group_messages: true, supports_inline_queries: false }
const IDLE_POLL_MS = 500

const bodyOf = (request: IncomingMessage): Promise<Buffer> => new Promise((resolve) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
})

/** A Bot API that costs next to nothing: whatever is asked is answered at once with a message of a new number. */
export async function startFakeApi(photo: Buffer = Buffer.alloc(0)): Promise<FakeApi> {
  let watcher: ((call: Call) => void) | null = null
  let message = 100
  let waiting: unknown[] = []
  const end = (response: ServerResponse, result: unknown): void => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ ok: true, result }))
  }
  const answers: Record<string, (response: ServerResponse) => void> = {
    getMe: (response) => end(response, ME),
    getFile: (response) => end(response, { file_id: 'f', file_unique_id: 'u', file_size: photo.length, file_path: 'photos/file.jpg' }),
    getForumTopicIconStickers: (response) => end(response, []),
    getUpdates(response) {
      const given = waiting
      waiting = []
      if (given.length > 0) end(response, given)
      else setTimeout(() => end(response, []), IDLE_POLL_MS)
    },
  }
  const server = createServer(async (request, response) => {
    const url = request.url ?? ''
    const body = await bodyOf(request)
    if (url.startsWith('/file/')) return response.end(photo)
    const method = url.slice(url.lastIndexOf('/') + 1)
    watcher?.({ method, body: body.toString('utf8') })
    const own = answers[method]
    if (own) return own(response)
    message++
    end(response, { message_id: message, message_thread_id: message, date: 1_700_000_000, chat: { id: 1, type: 'private' } })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    watch: (next) => { watcher = next },
    give: (updates) => { waiting = updates },
    stop: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}
