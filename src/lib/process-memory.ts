import { readFile } from 'node:fs/promises'

const PAGE_BYTES = 4096

/** Resident bytes of a process; 0 where the system does not tell. */
export async function memoryOf(pid: number): Promise<number> {
  const text = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')
  return Number(text.split(' ')[1] ?? 0) * PAGE_BYTES
}
