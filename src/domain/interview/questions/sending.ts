import { readText } from '../../reading/text.ts'
import { option, options, type Question } from '../question.ts'

/** One reason for each required paper that is not there; nothing stops the sending. */
export const missing = (item: string): Question => ({
  id: `missing.${item}`, section: 'sending', kind: 'choice', example: 'text',
  ask: () => ({ key: 'interview.missing.ask', values: { itemKind: item } }),
  options: () => options('missing', 'bring', 'waiting', 'cannot'),
  read: (text) => readText(text, { min: 3, max: 300 }),
  plain: (value) => (['bring', 'waiting', 'cannot'].includes(String(value)) ? { key: `interview.missing.options.${String(value)}` } : { text: String(value) }),
})

/** That what was told is true; the form itself is signed on paper or on the platform. */
export const declaration: Question = { id: 'declaration', section: 'sending', kind: 'choice', options: () => [option('declaration', 'yes')] }

/** Safety, fire and sanitary rules during the exam (law on professional qualifications, art. 18(3)). */
export const safety: Question = { id: 'safety', section: 'sending', kind: 'choice', options: () => [option('safety', 'yes')] }

/** The confirmation before the case goes to the centre. */
export const send: Question = { id: 'send', section: 'sending', kind: 'choice', options: () => [option('send', 'yes')] }
