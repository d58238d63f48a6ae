import type { Step } from './demand.ts'
import type { Values } from './standing-type.ts'
import type { SourceText } from './text.ts'

/** Values for `$t(requirements.stepList.{{steps}})`: how many steps, and each by its number. */
export function stepValues(steps: Step[]): Values {
  return { steps: steps.length, ...Object.fromEntries(steps.map((step, i) => [`step${i + 1}`, step])) }
}

/** Values for `$t(requirements.span.{{need}}, …)`: years and months apart, as each language counts them. */
export function durationValues(name: 'need' | 'least' | 'most' | 'missing' | 'asked' | 'alike', total: number): Values {
  const years = Math.floor(total / 12)
  const months = total % 12
  const form = years ? (months ? 'both' : 'years') : months ? 'months' : 'none'
  return { [name]: form, [`${name}Years`]: years, [`${name}Months`]: months }
}

/** Values for a contradiction inside a source: both places and what each says. */
export function contradictionValues(variants: readonly { where: string; text: SourceText }[]): Values {
  return Object.fromEntries(variants.slice(0, 2).flatMap(({ where, text }, i) => [[`where${i + 1}`, where], [`text${i + 1}`, text.ru ?? text.kk ?? '']]))
}
