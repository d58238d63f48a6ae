import type { App } from '../app/app.ts'
import { openStep } from '../app/interview/reply.ts'
import type { Outgoing } from '../app/ports.ts'
import { cutLines } from '../domain/case/phrase.ts'
import type { Case } from '../domain/case/case.ts'
import { listScreen } from './documents/list-screen.ts'
import { confirmScreen } from './interview/confirm-screen.ts'
import { questionScreen } from './interview/question-screen.ts'
import { summaryScreen } from './interview/summary-screen.ts'
import { statusScreen } from './status-screen.ts'

/** What a case shows now: the open question, the checklist, or where it stands. Always something. */
export function screenOf(app: App, found: Case): Outgoing {
  if (found.secret.pending) return confirmScreen(app, found)
  const step = openStep(app, found)
  if (step?.key === 'summary') return summaryScreen(app, found, step)
  if (step) return questionScreen(app, found, step)
  if (found.status === 'collecting' || found.status === 'returned') return listScreen(app, found)
  return statusScreen(app, found)
}

/** A message holds 4096 signs. */
const LONGEST = 4090

/** The screen with remarks above it: what was understood, what went wrong. */
export function withRemarks(screen: Outgoing, remarks: string[]): Outgoing {
  const said = remarks.filter((each) => each !== '')
  return said.length > 0 ? { ...screen, html: cutLines(`${said.join('\n\n')}\n\n${screen.html}`, LONGEST) } : screen
}
