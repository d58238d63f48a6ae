import type { Lang } from '../../domain/case/case.ts'
import type { Step } from '../../domain/interview/next.ts'
import { plainText, sayPhrase, type Translate } from '../../domain/case/phrase.ts'
import type { Phrase } from '../../domain/interview/question.ts'
import { kindOfItem } from '../../domain/requirements/item.ts'

type Values = Record<string, string | number>

function named(t: Translate, values: Values, anonymous: boolean): Values {
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
  return spoken(t, lang, step.question.ask?.(step.view) ?? { key: `interview.${step.question.id}.ask` }, options)
}

/** A question's phrase as HTML; the kind of a paper among its values becomes the paper's name. */
export function spoken(t: Translate, lang: Lang, phrase: Phrase, options: { anonymous?: boolean } = {}): string {
  if (!('key' in phrase)) return sayPhrase(t, lang, phrase)
  return t(phrase.key, named(t, phrase.values ?? {}, options.anonymous ?? false))
}
