// Being asked to stop: Ctrl+C, SIGTERM, a closed terminal, or npm itself being killed above us.
import { readFileSync } from 'node:fs'
import { say } from './say.mjs'

// One Ctrl+C reaches us twice: from the terminal and passed on by npm.
const same = 1000

/** npm runs us through a shell, which outlives it: so the parent's parent counts too, where /proc tells it. */
const ancestors = () => {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8')
    return `${process.ppid} ${/^PPid:\s*(\d+)/m.exec(status)?.[1]}`
  } catch {
    return `${process.ppid}`
  }
}

/** @returns {Promise<number>} the exit code, once someone asks; asked again, the process ends at once */
export const whenAskedToStop = () =>
  new Promise((resolve) => {
    let first = 0
    const hear = () => {
      if (first === 0) {
        first = Date.now()
        say('Stopping …')
        resolve(0)
      } else if (Date.now() - first > same) {
        process.exit(130) // the children notice and stop by themselves
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, hear)
    const above = ancestors()
    const orphaned = () => first === 0 && ancestors() !== above && hear()
    if (process.env.npm_lifecycle_event) setInterval(orphaned, 1000).unref()
  })
