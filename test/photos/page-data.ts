import { makeRandom, type Random } from './random.ts'

/** The kinds of pretended documents; each is a page of `pages.typ`. */
export const KINDS = ['id-front', 'id-back', 'passport', 'diploma', 'supplement', 'work-book', 'contract', 'archive', 'certificate', 'referral'] as const
export type PageKind = (typeof KINDS)[number]

const SURNAMES = ['ӘЛІМБАЕВ', 'СЕЙТҚАЛИЕВ', 'ҒАБДУЛЛИН', 'ҚҰРМАНОВ', 'ӨТЕГЕНОВ', 'ІЗБАСАРОВ', 'ИВАНОВ', 'ПЕТРОВ', 'ШЕВЧЕНКО']
const GIVEN = ['ҒАБИТ', 'НҰРЛАН', 'ӘДІЛЕТ', 'СЕРІК', 'ҮМІТ', 'АСҚАР', 'ПЁТР', 'СЕРГЕЙ', 'ОЛЕГ']
const PATRONYMICS = ['ӨТЕГЕНҰЛЫ', 'СЕРІКҰЛЫ', 'ҚАЙРАТҰЛЫ', 'БОЛАТҰЛЫ', 'ИВАНОВИЧ', 'ПЕТРОВИЧ']
const SUBJECTS = ['Қазақ тілі және әдебиеті', 'Орыс тілі', 'Математика', 'Материалтану негіздері', 'Электротехника', 'Дәнекерлеу технологиясы', 'Еңбекті қорғау', 'Өндірістік практика', 'Сызу', 'Физика', 'Химия', 'Технические измерения', 'Оборудование и технология сварки', 'Охрана труда и экология', 'Физическая культура']
const SPECIALTIES = ['Дәнекерлеу ісі', 'Электрмен жабдықтау', 'Көтергіш-көлік машиналары', 'Сварочное дело', 'Эксплуатация электрооборудования']
const QUALIFICATIONS = ['Электргазбен дәнекерлеуші', 'Электромонтёр', 'Кран машинисі', 'Токарь']
const SENTENCES = [
  'Жұмыс беруші мен жұмыскер осы шарт бойынша еңбек қатынастарын Қазақстан Республикасының Еңбек кодексіне сәйкес реттейді, тараптардың құқықтары мен міндеттері төменде көрсетілген.',
  'Работник принимается на должность электрогазосварщика пятого разряда с испытательным сроком три месяца, режим работы сменный, по графику, утверждённому работодателем.',
  'Настоящим подтверждается, что предъявитель действительно работал на предприятии с 12 марта 2015 года по 30 июня 2021 года; основание: личная карточка и приказы по личному составу.',
  'Қызметкер кәсіптік біліктілікті тану рәсімінен өту үшін тану орталығына жіберіледі, шығындарды жұмыс беруші төлейді, орташа жалақысы сақталады.',
  'Заработная плата выплачивается не позднее десятого числа следующего месяца, надбавка за вредные условия труда составляет двадцать процентов от тарифной ставки.',
  'Еңбек жағдайлары зиянды және қауіпті, жұмыс киімі мен жеке қорғану құралдары тегін беріледі, демалыс күндері кестеге сәйкес белгіленеді.',
]

const day = (random: Random, from: number, to: number): { iso: string; said: string } => {
  const [year, month, date] = [Math.floor(random.between(from, to)), Math.floor(random.between(1, 13)), Math.floor(random.between(1, 29))]
  const two = (value: number): string => String(value).padStart(2, '0')
  return { iso: `${year}-${two(month)}-${two(date)}`, said: `${two(date)}.${two(month)}.${year}` }
}

/** What a pretended document says; other words for another seed. `mrz` is given where the document has one. */
export function pageData(kind: PageKind, seed: number, mrz: string[] = []): Record<string, unknown> {
  const random = makeRandom(seed * 31 + KINDS.indexOf(kind))
  const digits = (count: number): string => Array.from({ length: count }, () => String(Math.floor(random.next() * 10))).join('')
  const jobs = Array.from({ length: 7 }, () => [day(random, 2005, 2022).said, `${random.pick(QUALIFICATIONS)} болып жұмысқа қабылданды. Принят на участок № ${digits(2)} с ${Math.ceil(random.between(2, 6))} разрядом.`, digits(3)])
  return {
    kind, mrz, surname: random.pick(SURNAMES), given: random.pick(GIVEN), patronymic: random.pick(PATRONYMICS), birth: day(random, 1965, 2003).said, iin: digits(12),
    number: digits(9), passport: `N${digits(8)}`, place: random.pick(['АҚСУ ҚАЛАСЫ', 'ПАВЛОДАР ОБЛЫСЫ', 'РУДНЫЙ', 'ХРОМТАУ']), issued: day(random, 2016, 2025).said, expires: day(random, 2026, 2035).said,
    year: String(Math.floor(random.between(1995, 2022))), school: random.pick(['Ақсу колледжінің', 'Рудненского индустриального колледжа', 'Ақтөбе политехникалық колледжінің']),
    specialty: random.pick(SPECIALTIES), qualification: random.pick(QUALIFICATIONS), grade: String(Math.ceil(random.between(2, 6))), subjects: SUBJECTS.map((_, n) => SUBJECTS[(n + seed) % SUBJECTS.length]),
    jobs, paragraphs: Array.from({ length: 9 }, (_, n) => [0, 1, 2].map((k) => SENTENCES[(n * 2 + k + seed) % SENTENCES.length]).join(' ')),
  }
}
