import type { Paper } from '../../domain/dossier/paper.ts'
import type { App } from '../app.ts'
import type { JobQueue } from '../ports.ts'

/** Draws a paper as a PDF; the same paper gives the same bytes. */
export type Render = (paper: Paper) => Promise<Uint8Array>

/** Packs files into zips below the platform's limit; see src/papers/bag.ts. */
export type Pack = (
  files: { name: string; source: { path: string } | { bytes: Uint8Array }; mtime: string }[],
  options: { baseName: string; outDir: string; info: readonly (readonly [label: string, value: string])[] },
) => Promise<{ name: string; path: string; size: number; sha256: string }[]>

/** A picture without its private metadata; see src/media/without-private.ts. */
export type Clean = (bytes: Uint8Array, extension: string) => { how: 'untouched' | 'cleaned'; bytes: Uint8Array } | { how: 'impossible' }

/** `drawForm`: the application on the centre's own form, where there is one. */
export type Sealing = App & { queue: JobQueue; render: Render; drawForm: Render; pack: Pack; clean: Clean; tempDir?: string }

/** A job's end: done, or to be tried again after so many milliseconds because something is still on its way. */
export type Outcome = 'done' | { again: number }
