import type { Ask } from '../../requirements/entry.ts'
import type { Question } from '../question.ts'

/** What an entry asks to know whether it applies (a crane in the main metallurgical process is graded elsewhere). */
export const applicability = (ask: Ask): Question => ({
  id: `ask.${ask.id}`, section: 'work-sought', kind: 'choice',
  ask: () => ({ text: ask.text }), label: () => ({ text: ask.text }),
  options: () => ask.options.map((each) => ({ id: each.id, label: { text: each.text } })),
})
