import type { Lang } from '../../domain/case/case.ts'
import type { Step } from '../../domain/interview/next.ts'
import { plainText, sayPhrase, type Translate } from '../../domain/case/phrase.ts'
import type { Phrase } from '../../domain/interview/question.ts'
import { kindOfItem } from '../../domain/requirements/item.ts'

type Values = Record<string, string | number>

function spoken(t: Translate, values: Values, anonymous: boolean): Values {
  const said = Object.entries(values).map(([name, value]) => {
    if (name === 'itemKind') return ['item', plainText(t(`requirements.item.${kindOfItem(String(value))}.name`))]
    return [name, anonymous ? '…' : value]
  })
  return Object.fromEntries(said) as Values
}

/**
 * The question's words, as HTML. `anonymous`: without the person in them, for the words are kept once for everybody
 * and unsealed.
 */
export function askedText(t: Translate, lang: Lang, step: Step, options: { anonymous?: boolean } = {}): string {
  const phrase: Phrase = step.question.ask?.(step.view) ?? { key: `interview.${step.question.id}.ask` }
  if (!('key' in phrase)) return sayPhrase(t, lang, phrase)
  return t(phrase.key, spoken(t, phrase.values ?? {}, options.anonymous ?? false))
}
