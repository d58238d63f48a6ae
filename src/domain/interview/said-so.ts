/**
 * Other words people use for an option than its button's, folded (small letters, Kazakh letters as the Russian ones typed for
 * want of them). By question and option; the labels in three languages are known anyway.
 */
const SAID: Record<string, Record<string, string>> = {
  who: { self: 'озиме|маган|озим|себе|мне|сам|сама|я|me|myself', other: 'басканы|басканын|акеме|анама|балама|кызыма|кубаим|женим|другому|отцу|мужу|брату|сыну|папе|работнику|работникам|him|her|my father' },
  initiative: { own: 'озим|озим келдим|оз еркиммен|сам|сама|сам пришел|сама пришла|по своей воле|сам хочу|myself|own', employer: 'жумыстан|жумыс жиберди|завод жиберди|начальник|направили|с работы|от работы|от завода|послали|work sent me' },
  payer: { self: 'озим|мен|сам|сама|я|сам плачу|myself|me', employer: 'жумыс|завод|компания|предприятие|фирма|начальник|company', voucher: 'биржа|центр занятости|жумыспен камту' },
  citizenship: { kz: 'рк|кр|казак|казакстандык|казахстанец|гражданин рк|кр азаматы|kz', kandas: 'оралман', foreign: 'шетел|шетелдик|иностранец|россия|узбекистан|рф|foreigner', stateless: 'жок азаматтык|лбг', refugee: '' },
  idKind: { 'id-card': 'куалик|уд|удостоверение личности|удостоверение|айди|id|card', passport: 'паспорт рк' },
  examLanguage: { kk: 'казакша|казак тилинде|на казахском|казах|kazakh', ru: 'орысша|орыс тилинде|на русском|рус|russian', en: 'агылшынша|на английском' },
  needs: { no: 'ештене|ештене керек емес|ничего|ничего не нужно|не надо|не нужно|nothing', yes: 'бар|надо|нужно' },
  'edu.level': {
    tve: 'пту|птш|училище|техникум|колледж|ср спец|среднее специальное|средне специальное|орта арнаулы|арнаулы орта|кптк', higher: 'вуз|институт|универ|университет|академия|жогары оку орны|бакалавр', postgraduate: 'магистр|магистратура|доктор|аспирантура',
    secondary: '11 сынып|11 класс|10 класс|10 сынып|орта|среднее|школа|мектеп|аттестат', basic: '9 сынып|9 класс|8 класс|неполное среднее', course: 'курс|курсы|курстар', informal: 'сам|сама|озим|жумыста уйрендим|на работе|самоучка', none: 'жок|нет|ничего|ештене|нет диплома|дипломым жок',
  },
  'edu.country': { kz: 'осында|здесь|рк|кр|ссср|кср одагы|совет|союз', other: 'шетелде|ресей|россия|кытай|монголия|узбекистан|за границей|abroad' },
  'job.proof': { 'work-book': 'трудовая|трудкнижка|китапша|енбек китапша', 'contract-closed': 'шарт|договор|контракт', 'employer-acts': 'буйрык|приказ|буйрыктан узинди|выписка из приказа', payroll: 'жалакы|зарплата|ведомость', 'pension-fund': 'енпф|бжзк|пенсионный|пенсионные|зейнетакы', 'social-fund': 'гфсс|маск', archive: 'архив', court: 'сот|суд', esutd: 'есутд|электронный договор|енбек кз|enbek', none: 'жок|нет|ничего|ештене' },
}

/** Those words for one option of one question. */
export function saidSo(question: string, option: string): string[] {
  const words = SAID[question]?.[option]
  return words ? words.split('|') : []
}

const ORDINALS: readonly RegExp[] = ['биринши|перв|first', 'екинши|втор|second', 'ушинши|трет|third', 'тортинши|четверт|fourth', 'бесинши|пят|fifth', 'алтыншы|шест|sixth', 'жетинши|седьм|seventh', 'сегизинши|восьм|eighth']
  .map((each) => new RegExp(`^(?:${each})`, 'u'))

/** «алтыншы», «пятый разряд» as their number; the text as it stands where no such word begins it. */
export function ordinalAsNumber(folded: string): string {
  const index = ORDINALS.findIndex((each) => each.test(folded))
  return index < 0 ? folded : folded.replace(/^\S+/u, String(index + 1))
}
