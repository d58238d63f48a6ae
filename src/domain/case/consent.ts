import { type Centre, ownText } from '../centre/profile.ts'
import { escapeHtml, type Translate } from './phrase.ts'
import type { Lang } from './case.ts'

type OwnFact = 'legalName' | 'address' | 'responsiblePerson' | 'dataList' | 'retention' | 'hostingCountry' | 'thirdParties' | 'consentExtras'

/** A fact of the centre in the reader's language, or the words for "the centre has not supplied it". */
export function centreFact(t: Translate, centre: Centre, fact: OwnFact | 'hours' | 'price' | 'howLongItTakes' | 'retake' | 'filing', lang: Lang): string {
  const given = centre[fact]
  return given ? escapeHtml(ownText(given, lang)) : t('centre.notSupplied')
}

/** The full text of the consent: what the law on personal data, art. 8(4), wants in it. HTML. */
export function consentFull(t: Translate, centre: Centre, lang: Lang): string {
  const own = (fact: OwnFact): string => centreFact(t, centre, fact, lang)
  const line = (key: string, value: string): string => `<b>${t(`consent.${key}`)}</b>\n${value}`
  const delivery = centre.dossierDelivery === 'chat' ? `\n${t('consent.staffChat')}` : ''
  return [
    `<b>${t('consent.title')}</b>`,
    line('operator', `${own('legalName')}, ${t('centre.bin')} ${centre.bin ?? t('centre.notSupplied')}, ${own('address')}`),
    line('responsible', own('responsiblePerson')),
    line('purposeLabel', t('consent.purpose')),
    line('dataLabel', centre.dataList ? own('dataList') : t('consent.data')),
    line('termLabel', own('retention')),
    line('thirdLabel', own('thirdParties')),
    line('crossLabel', `${t('consent.cross')}${delivery}`),
    line('hostingLabel', own('hostingCountry')),
    line('machineLabel', t('consent.machine')),
    line('rightsLabel', t('consent.rights')),
    ...(centre.consentExtras ? [own('consentExtras')] : []),
  ].join('\n\n')
}
