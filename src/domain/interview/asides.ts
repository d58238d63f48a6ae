import { fold } from '../reading/normal.ts'

/** Questions people ask in the middle; answered from the profile and the law, then the open question is shown again. */
export const ASIDES = {
  objection: /келиспе[йи]м|карсымын|не соглас|возража|протестую|disagree|i object/,
  thanks: /^(рахмет|ракмет|спасибо|благодарю|thank)/,
  price: /канша тур|багасы|стоим|скольк.* стои|цена|почем|price|how much|cost/,
  exam: /емтихан кашан|когда экзамен|дат[аы] экзамен|when .*exam|exam date/,
  passMark: /проходн|отип кет|канша пайыз|сколько процент|сколько балл|pass mark|pass score/,
  retake: /кайта тапсыр|пересда|retake/,
  appeal: /апелляци|appeal/,
  address: /мекенжай|адрес|кайда орналас|где наход|как добра|address|where are you/,
  hours: /жумыс уакыт|график|часы работ|до скольк|opening hours|when .*open/,
  duration: /канша уакыт|канша кун|сколько врем|сколько дней|как долго|how long/,
} as const

export type Aside = keyof typeof ASIDES

/** Which of them a text asks; null for anything else. Looks only at short texts: a long one is an answer or a letter. */
export function asideIn(text: string): Aside | null {
  if (text.length > 120) return null
  const folded = fold(text)
  const found = Object.entries(ASIDES).find(([, pattern]) => pattern.test(folded))
  return found ? (found[0] as Aside) : null
}
