import { createWriteStream } from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import { pipeline } from 'node:stream/promises'

/** Streams a URL to a file readable by this process alone; the HTTP status, and the bytes written when it was 200. Throws on a broken or silent connection. */
export function fetchFile(url: string, path: string, options: { agent?: http.Agent; idleMs?: number } = {}): Promise<{ status: number; bytes: number }> {
  const get = url.startsWith('https:') ? https.get : http.get
  return new Promise((resolve, reject) => {
    const request = get(url, options.agent ? { agent: options.agent } : {}, (response) => {
      if (response.statusCode !== 200) {
        response.resume()
        return resolve({ status: response.statusCode ?? 0, bytes: 0 })
      }
      const out = createWriteStream(path, { mode: 0o600 })
      pipeline(response, out).then(() => resolve({ status: 200, bytes: out.bytesWritten }), reject)
    })
    request.setTimeout(options.idleMs ?? 30_000, () => request.destroy(new Error('the download fell silent')))
    request.on('error', reject)
  })
}
