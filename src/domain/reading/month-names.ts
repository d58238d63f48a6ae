/**
 * Names of months as people type them, folded: Kazakh, Russian, English, with common slips («сентебрь»).
 * Stems take case endings, abbreviations stand alone and count only beside a number («там» is also a word).
 */
const stems: readonly RegExp[] = [
  'кантар|январ|янвор', 'акпан|феврал|февроля?|фиврал', 'наурыз|науруз|март', 'сауир|апрел|апрэл',
  'мамыр|ма(?=[йяею])й?', 'маусым|июн', 'шиль?де|июл', 'тамыз|август|агуст',
  'кыркуй?е[кг]|сентя?бр|сентебр', 'казан(?![ьи])|октябр|октебр', 'караша|ноябр|ноебр', 'желтоксан|декабр|декобр',
].map(stem => new RegExp(
  `^(?:${stem})(?:ь|я|е|ю|ем|а|у|ом|и|ы|си)?(?:н?[дтгкн][аеыи]н?)?(?:г[ыи])?(?:н[аеыи]н?)?$`, 'u'))

const english = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august',
  'september', 'october', 'november', 'december']

const abbreviations = ['кан янв jan', 'акп фев февр feb', 'нау мар mar', 'сау апр apr', 'мам', 'мау jun', 'шил jul',
  'там авг aug', 'кыр сен сент sep sept', 'каз окт oct', 'кар ноя нояб nov', 'жел дек dec'].map(all => all.split(' '))

const roman = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']

/** The month (1–12) a folded word names, with any Kazakh or Russian case ending. */
export function monthOfName(word: string): number | undefined {
  const index = Math.max(english.indexOf(word), stems.findIndex(stem => stem.test(word)))
  return index < 0 ? undefined : index + 1
}

/** The month (1–12) a folded abbreviation names. */
export function monthOfAbbreviation(word: string): number | undefined {
  const index = abbreviations.findIndex(all => all.includes(word))
  return index < 0 ? undefined : index + 1
}

/** The month (1–12) of a Roman numeral, as in old diplomas: 5.III.1990. */
export function monthOfRoman(word: string): number | undefined {
  const index = roman.indexOf(word)
  return index < 0 ? undefined : index + 1
}
