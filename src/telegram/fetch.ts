import http from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'

/** What grammY's client hands over, and what it reads of the answer. */
type Call = { method: string; headers: Record<string, string>; body: string | Readable; agent?: http.Agent; signal?: AbortSignal }
type Answer = { json(): Promise<unknown> }

const bodyOf = (response: http.IncomingMessage): Promise<string> => new Promise((resolve, reject) => {
  const chunks: Buffer[] = []
  response.on('data', (chunk: Buffer) => chunks.push(chunk))
  response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
  response.on('error', reject)
})

/**
 * The fetch of the Bot API's client: one request, one body of JSON. The usual one builds streams, header maps and
 * addresses for each call, which was a fifth of an update. Rejects with the socket's own error and its code.
 */
export function makeFetch(root: string): (url: string, call: Call) => Promise<Answer> {
  const { protocol, hostname, port } = new URL(root)
  const { request } = protocol === 'https:' ? https : http
  const origin = /^https?:\/\/[^/]+/.exec(root)?.[0].length ?? 0
  const where = { hostname: hostname.replace(/^\[|\]$/g, ''), ...(port ? { port } : {}) }
  return (url, { method, headers, body, agent, signal }) => new Promise((resolve, reject) => {
    const sent = request({ ...where, path: url.slice(origin), method, headers, ...(agent ? { agent } : {}) }, (response) => {
      bodyOf(response).then((text) => resolve({ json: async () => JSON.parse(text) as unknown }), reject)
    })
    sent.on('error', reject)
    signal?.addEventListener('abort', () => sent.destroy(new Error('the call was given up')), { once: true })
    if (typeof body === 'string') sent.end(body)
    else body.on('error', (error) => sent.destroy(error)).pipe(sent)
  })
}
