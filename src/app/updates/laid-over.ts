import type { CatalogueFiles } from '../ports.ts'

/** Files of a catalogue as somebody changes them; null takes one away. */
export type FileChanges = Readonly<Record<string, string | null>>

/** A catalogue's files with changes laid over them. Pure. */
export function laidOver(files: CatalogueFiles, changes: FileChanges): CatalogueFiles {
  const all = new Map(files)
  for (const [name, text] of Object.entries(changes)) if (text === null) all.delete(name)
  else all.set(name, text)
  return all
}
