import type { Clock, JobQueue } from '../ports.ts'

const WINDOW_MS = 5000

/** Asks for the applicant's card to be drawn again, though the case did not change; several askings within seconds are one. */
export const askCard = (desk: { queue: JobQueue; clock: Clock }, caseId: string): Promise<void> =>
  desk.queue.dispatch([{ id: `card-${caseId}-again${Math.floor(desk.clock.now() / WINDOW_MS).toString(36)}`, effect: { kind: 'card', case: caseId } }])
