// Preloaded into what the launcher starts. When the launcher is gone, even by kill -9, its channel closes:
// then this process stops itself the ordinary way, and by force if that takes too long.
import { isMainThread } from 'node:worker_threads'

const patience = 20_000

// Worker threads and the children of a child inherit the preload; only the launcher's own child may act on it.
if (isMainThread && process.channel && String(process.ppid) === process.env.QUJAT_LAUNCHER_PID) {
  process.once('disconnect', () => {
    for (const pipe of [process.stdout, process.stderr]) pipe.on('error', () => {}) // nobody reads them any more
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), patience).unref()
  })
  process.channel.unref()
}
