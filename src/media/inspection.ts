/** What the machine may doubt about a page; each is also the key of the words that say what to do. */
export type DoubtReason = 'small' | 'blurred' | 'dark' | 'bright' | 'blank'

/** `hard`: nearly certainly unreadable, ask for another photo; otherwise only a hint. Never a refusal. */
export type Doubt = { reason: DoubtReason; hard: boolean }

/** `good` when there is no doubt at all; `inspector` names the version of the rules that judged. */
export type Verdict = {
  good: boolean
  doubts: Doubt[]
  metrics: Record<string, number>
  inspector: string
}

/** A page for reading: an upright sRGB JPEG without EXIF at `file`; sides in pixels. */
export type InspectedPage = { file: string; width: number; height: number; verdict: Verdict }

export type MediaKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

export type Refusal =
  | 'unsupported'
  | 'broken'
  | 'password'
  | 'too-many-pages'
  | 'too-large'
  | 'timeout'
  | 'empty'

/** `sha256` is of the bytes as sent; `dhash` is 256 bits (64 hex digits) of the first page's look. */
export type Inspection =
  | {
      ok: true
      kind: MediaKind
      mime: string
      extension: string
      pages: InspectedPage[]
      sha256: string
      dhash?: string
    }
  | { ok: false; reason: Refusal; detected?: string }

export type InspectionJob = {
  /** Absolute path of untrusted bytes; the name and extension are not believed. */
  path: string
  /** Existing directory; `page-1.jpg`, `page-2.jpg`, … are written there (leftovers stay after a refusal). */
  outDir: string
  /** Most pages a PDF may have here; never more than 50. */
  maxPages: number
}

export interface Inspector {
  /** Tells what the bytes are, writes their pages for reading and judges each. Throws only when the process cannot run. */
  inspect(job: InspectionJob): Promise<Inspection>
  /** Ends the child processes; waiting jobs are rejected. */
  stop(): Promise<void>
}
