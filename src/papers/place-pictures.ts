import { copyFile, link } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageGroup } from '../domain/dossier/paper.ts'

/**
 * Puts the pictures into the job's folder, the only one Typst may read, under names of our own
 * (`p1.jpg`, …), and gives back the groups with those names.
 */
export async function placePictures(groups: PageGroup[], dir: string): Promise<PageGroup[]> {
  let count = 0
  const placed: PageGroup[] = []
  for (const group of groups) {
    const pages = []
    for (const page of group.pages) {
      const file = `p${++count}.jpg`
      await linkOrCopy(page.file, join(dir, file))
      pages.push({ ...page, file })
    }
    placed.push({ ...group, pages })
  }
  return placed
}

/** A link costs nothing; across disks, or where links are forbidden, the bytes are copied. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to))
}
