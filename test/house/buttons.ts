import type { Lang } from '../../src/domain/case/case.ts'
import { texts } from './locale-files.ts'
import { optionLabels } from './question-keys.ts'
import { visibleLength } from './text-rules.ts'

/** A row of two on a phone of 360 px shows about this much of a button. */
export const MOST = 30

const CHAT = ['back', 'help', 'later', 'skip', 'previous', 'next', 'shareContact', 'goOn', 'editAnswers', 'fixBirth', 'newCase'].map((each) => `chat.${each}`)
const DOCUMENTS = ['send', 'why', 'toList', 'anyway', 'removeLast', 'none'].map((each) => `documents.${each}`)
const OTHERS = ['consent.agree', 'consent.readFull', 'consent.refuse', 'decision.toList', 'decision.goOn', 'privacy.erase', 'privacy.eraseYes', 'privacy.withdrawYes', 'privacy.keep',
  ...['ask', 'send', 'again', 'drop'].map((each) => `questions.${each}`)]
const PREFIXES = ['chat.menu.', 'interview.skip.', 'review.button.', 'review.reason.']

const named = new Set([...optionLabels, ...CHAT, ...DOCUMENTS, ...OTHERS, 'interview.yes', 'interview.no'])

/** Every text that stands on a button, with its length as it is seen. */
export const buttonTexts = (lang: Lang): { key: string; text: string; length: number }[] =>
  [...texts[lang]].filter(([key]) => named.has(key) || PREFIXES.some((each) => key.startsWith(each)))
    .map(([key, text]) => ({ key, text, length: visibleLength(text) })).sort((a, b) => b.length - a.length)
