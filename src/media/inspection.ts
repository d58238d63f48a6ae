import type { Corner } from '../domain/documents/verdict.ts'
import type { Inspection, InspectionJob } from '../app/ports.ts'

export type { Doubt, DoubtReason, SeenPage, Verdict } from '../domain/documents/verdict.ts'
export type { Inspection, InspectionJob, Unreadable } from '../app/ports.ts'

export type MediaKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'pdf'

/** What the inspecting process is asked for. */
export type Job =
  | { ask: 'inspect'; job: InspectionJob }
  | { ask: 'straighten'; path: string; outFile: string; corners: readonly Corner[] }
  | { ask: 'preview'; path: string; outFile: string; reason: string }

export interface Inspector {
  /** Tells what the bytes are, writes their pages for reading and judges each. Throws only when the process cannot run. */
  inspect(job: InspectionJob): Promise<Inspection>
  straighten(job: { path: string; outFile: string; corners: readonly Corner[] }): Promise<boolean>
  preview(job: { path: string; outFile: string; reason: string }): Promise<boolean>
  /** Ends the child processes; waiting jobs are rejected. */
  stop(): Promise<void>
}
