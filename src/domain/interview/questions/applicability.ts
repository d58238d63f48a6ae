import type { Question, View } from '../question.ts'

/** What the entry asks to know whether it applies (a crane in the main metallurgical process is graded elsewhere). */
export const applicability = (view: View): Question[] =>
  (view.entry?.asks ?? []).map((ask) => ({
    id: `ask.${ask.id}`, section: 'work-sought', kind: 'choice',
    ask: () => ({ text: ask.text }),
    options: () => ask.options.map((each) => ({ id: each.id, label: { text: each.text } })),
  }))
