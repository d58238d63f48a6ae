/** Keeps the world in a folder, so that a restart of the process finds the chats as they were. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { State, World } from './world.ts'

const PAUSE = 300

/** What an earlier process left, if any. */
export function readSnapshot(folder: string): { state: State; files: unknown } | null {
  const file = path.join(folder, 'world.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { state: State; files: unknown }) : null
}

/** Writes the world a moment after each change; returns the way to stop, which writes once more. */
export function keep(world: World, folder: string): { stop(): void } {
  mkdirSync(folder, { recursive: true })
  let timer: NodeJS.Timeout | null = null
  function write(): void {
    timer = null
    const file = path.join(folder, 'world.json')
    writeFileSync(`${file}.new`, JSON.stringify({ state: world.state, files: world.files.dump() }))
    renameSync(`${file}.new`, file)
  }
  const soon = () => {
    timer ??= setTimeout(write, PAUSE)
  }
  world.events.on('change', soon)
  world.events.on('update', soon)
  return {
    stop() {
      if (timer) clearTimeout(timer)
      world.events.off('change', soon)
      world.events.off('update', soon)
      write()
    },
  }
}
