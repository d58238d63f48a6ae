import { fold } from '../reading/normal.ts'
import type { ItemKind } from '../requirements/item.ts'

/** Words by which people call a paper in a caption (folded), the narrower before the wider. */
const WORDS: readonly (readonly [ItemKind, RegExp])[] = [
  ['name-change', /неке|брак|(фамил|имен|аты|теги)\S* (\S+ )?(смен|перемен|измен|озгер|ауыс)|(смен|перемен|измен)\S* (\S+ )?(фамил|имен)|marriage|change of (sur)?name/],
  ['kandas', /кандас|оралман/],
  ['education-recognition', /нострифи|(признани|тану)\S* (\S+ )?(диплом|образован|билим)|(диплом|билим)\S* (\S+ )?тану/],
  ['translation', /аударма|перевод|translation/],
  ['voucher', /ваучер|voucher/],
  ['referral', /жолдама|направлени|referral/],
  ['earlier', /(бурынгы|ранее|прежн|earlier|previous)/],
  ['education', /диплом|аттестат|билим|образован|свидетельство об окончани|diploma|education/],
  ['work', /енбек|трудов|жумыс|стаж|договор|келисимшарт|шарт\b|справка с работы|с места работы|енпф|бжзк|бензейнет|employment|work ?book|contract/],
  ['identity', /жеке куалик|^куалик|удостоверени\S* личности|^удостоверени\S*$|^удост\S*$|паспорт|толкужат|вид на жительство|ыктиярхат|идентиф|identity|\bid\b|passport/],
]

/** The kind of paper that a caption names; null when it names none. Any language, with or without Kazakh letters. */
export function kindInCaption(caption: string): ItemKind | null {
  const folded = fold(caption.slice(0, 200))
  return WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null
}
