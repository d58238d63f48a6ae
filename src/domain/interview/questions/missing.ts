import { readText } from '../../reading/text.ts'
import { options, type Question } from '../question.ts'

/** One reason for each required paper that is not there; nothing stops the sending. */
export const missing = (item: string): Question => ({
  id: `missing.${item}`, section: 'sending', kind: 'choice', example: 'missing', skip: ['refused'],
  ask: () => ({ key: 'interview.missing.ask', values: { itemKind: item } }),
  label: () => ({ key: 'interview.missing.label', values: { itemKind: item } }),
  options: () => options('missing', 'bring', 'waiting', 'cannot'),
  read: (text) => readText(text, { min: 3, max: 300 }),
  plain: (value) => (['bring', 'waiting', 'cannot'].includes(String(value)) ? { key: `interview.missing.options.${String(value)}` } : { text: String(value) }),
})
