import { otherReadings } from '../reading/keyboard.ts'
import { fold } from '../reading/normal.ts'

/** Questions people ask in the middle, as they are typed (folded); answered from the profile and the law, then the open question is shown again. */
export const ASIDES = {
  objection: /келиспе[йи]м|карсымын|дурыс емес келис|не соглас|возража|протестую|disagree|i object/,
  thanks: /^(рахмет|ракмет|коп рахмет|спасибо|благодарю|thank)/,
  passMark: /проходн|отип кет|отпели балл|отуге канша|канша (балл|пайыз)|сколько (процент|балл|правильн)|порог|pass ?mark|pass ?score|passing/,
  retake: /кайта тапсыр|кайтадан тапсыр|пересда|пересдать|второй раз сда|не сдам|если не сда|сдам ли снова|тапсыра алмас|retake|if i fail|second attempt/,
  appeal: /апелляц|шагым|обжал|жалоб|appeal/,
  price: /канша ?тур|канша тол|багас|тегин бе|акысы|стоим|стоит|скольк\S* (платить|денег|тенге|тг)|цен[аыу]|почем|платно|бесплатно ли|оплат|price|how much|cost|\bfee\b/,
  exam: /емтихан\S* (кашан|куни|болад|кай куни)|кашан (емтихан|тапсыр)|когда (будет |у меня |сам )?(экзамен|сда)|экзамен когда|дат\S* экзамен|when .*exam|exam (date|when)/,
  address: /мекен ?жай|адрес\S*|кайда орналас|орталык кайда|кайда бар(у|ам)|где (наход|вы|сда|экзамен|центр)|куда (прийти|приход|идти|ехать|нести)|как (добра|проех|найти)|address|where (are you|is the (centre|center|exam))/,
  hours: /жумыс уакыт|кашан (ашык|жумыс)|нешеге дейин|сагат нешеде|график|часы работ|режим работ|до скольки?|во сколько|когда (открыт|работает)|работаете ли|opening hours|when .*open|what time/,
  duration: /канша (уакыт|кун|ай) (ал|кут|созыл|кет)|канша уакыт|канша кун|тез бе|сколько (врем|дней|ждать|длит|занима)|как долго|когда будет готов|долго ли|how long|how many days/,
} as const

export type Aside = keyof typeof ASIDES

/** Which of them a text asks; null for anything else. Looks only at short texts: a long one is an answer or a letter. Any keyboard will do. */
export function asideIn(text: string): Aside | null {
  if (text.length > 120) return null
  for (const folded of [text, ...otherReadings(text)].map(fold)) {
    const found = Object.entries(ASIDES).find(([, pattern]) => pattern.test(folded))
    if (found) return found[0] as Aside
  }
  return null
}

/** Put as a question, whatever it is. */
export const isOpenQuestion = (text: string): boolean => text.length <= 300 && /\p{L}{2}[^?]*\?\s*$/u.test(text)

/** The same, and a line that begins like one: people leave the mark out. */
export function isQuestion(text: string): boolean {
  return isOpenQuestion(text) || /^(канша|кашан|кайда|калай|неге|кандай|ким|сколько|когда|где|куда|как|почему|зачем|можно ли|нужно ли|надо ли|how|when|where|why|what|can i|do i)\s/.test(fold(text))
}
