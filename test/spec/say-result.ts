import type { Item, ItemKind, Need } from '../../src/domain/requirements/checklist.ts'
import type { Requirement, Standing, Values } from '../../src/domain/requirements/standing.ts'

const items: Record<ItemKind, string> = {
  application: 'заявление', identity: 'удостоверение', kandas: 'кандас', education: 'образование', 'education-recognition': 'признание', work: 'работа', earlier: 'прежнее',
  special: 'спецдокумент', referral: 'направление', voucher: 'ваучер', 'name-change': 'смена имени', translation: 'перевод', other: 'другое',
}

/** The same papers in the order of the alphabet: a table's order is the writer's. */
export const sorted = (cell: string): string => cell.split(', ').sort().join(', ')

/** «заявление, образование, удостоверение», or a dash. */
export const saidItems = (list: Item[], need: Need): string => list.filter((item) => item.need === need).map(({ kind }) => items[kind]).sort().join(', ') || '—'

const day = (iso: unknown): string => String(iso).split('-').reverse().join('.')
const turns = ({ change }: Standing): string => `${change?.values['age']} исполнится ${day(change?.values['date'])}`
const months = (values: Values | undefined): number => Number(values?.['missingYears'] ?? 0) * 12 + Number(values?.['missingMonths'] ?? 0)

const days = ({ change }: Standing): string => (change?.reason === 'standing.experience.tell-days' ? ', решают дни' : '')

/** The table's words for every reason the requirements give; a reason missing here throws. */
const words: Record<string, (standing: Standing) => string> = {
  'applies.other-entry': () => 'человек: другая профессия', 'applies.human': () => 'человек: неясно',
  'age.meets': () => 'да', 'age.adult': () => 'да, взрослый', 'age.meets-on-exam': () => 'да, ко дню экзамена', 'age.not-told': () => 'человек: не сказано',
  'age.minor': (each) => `человек: ${each.values['have']}, ${turns(each)}`, 'age.minor-unread': (each) => `человек: ${each.values['have']}, предел не прочитан`,
  'age.under-16': (each) => `нет: ${each.values['age']}, ${turns(each)}`,
  'education.none': () => 'не требуется', 'education.meets': () => 'да', 'education.unread': () => 'человек: не прочитано', 'education.contradictory': () => 'человек: противоречие',
  'education.not-told': () => 'человек: не сказано', 'education.specialty': () => 'человек: специальность', 'education.higher': () => 'человек: выше названного',
  'education.foreign-higher': () => 'человек: нужно признание', 'education.foreign-vocational': () => 'человек: иностранный колледж',
  'education.foreign-school': () => 'человек: иностранная школа', 'education.course': () => 'человек: курсы', 'education.or-without': () => 'человек: можно и без',
  'education.short': () => 'нет', 'education.unfinished': () => 'нет: не окончено',
  'experience.none': () => 'не требуется', 'experience.unread': () => 'человек: не прочитано', 'experience.meets': () => 'да', 'experience.days': () => 'человек: решают дни',
  'experience.position': (each) => `человек: должность${days(each)}`, 'experience.position-alike': (each) => `человек: похожая должность${days(each)}`,
  'experience.short': ({ change }) => `нет: не хватает ${months(change?.values)} мес.${change?.values['date'] ? `, хватит с ${day(change.values['date'])}` : ''}`,
  'special.none': () => 'не назван', 'special.unread': () => 'человек: не прочитано', 'special.paper': () => 'человек: назван в тексте',
}

/** How one requirement stands, in the table's words; a dash where it is not asked. */
export function saidStanding(standings: Standing[], requirement: Requirement): string {
  const found = standings.find((each) => each.requirement === requirement)
  if (!found) return '—'
  const say = words[found.reason.replace('standing.', '')]
  if (!say) throw new Error(`no words in the table for ${found.reason}`)
  return say(found)
}
