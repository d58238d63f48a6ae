import type { App } from '../../app/app.ts'
import type { Button, Outgoing } from '../../app/ports.ts'
import { centreFact, consentFull } from '../../domain/case/consent.ts'
import { LANGS, type Lang } from '../../domain/case/case.ts'
import { ownText } from '../../domain/centre/profile.ts'
import { cutLines, escapeHtml } from '../../domain/case/phrase.ts'
import { rows } from '../markup.ts'

/** Asked, never inferred: in all three languages at once, Kazakh first. */
export function languageScreen(app: App): Outgoing {
  const html = LANGS.map((lang) => app.words.in(lang)('chat.chooseLanguage')).join('\n')
  return { html, buttons: LANGS.map((lang) => [{ text: app.words.in(lang)('chat.languageName'), data: `g:${lang}` }]) }
}

/** The first screen: look without giving any data, or begin. */
export function menuScreen(app: App, lang: Lang, options: { profession?: string; hasCase?: boolean } = {}): Outgoing {
  const t = app.words.in(lang)
  const centre = `<b>${escapeHtml(app.centre.name[lang])}</b>`
  const go: Button[][] = options.hasCase
    ? [[{ text: t('chat.menu.continue'), data: 'm:continue' }], [{ text: t('chat.menu.another'), data: 'm:begin' }]]
    : [[{ text: t('chat.menu.begin'), data: options.profession ? `m:begin:${options.profession}` : 'm:begin' }]]
  return {
    html: `${centre}\n\n${t('chat.welcome')}`,
    buttons: [...go, [{ text: t('chat.menu.look'), data: 'm:look' }], [{ text: t('chat.menu.centre'), data: 'm:centre' }], ...(options.hasCase ? [] : [[{ text: t('chat.menu.number'), data: 'm:number' }]]), [{ text: t('chat.menu.language'), data: 'm:language' }]],
  }
}

const examDates = (app: App, lang: Lang): string => {
  const t = app.words.in(lang)
  const coming = app.centre.examDates.filter((each) => each.on >= app.clock.today()).slice(0, 6)
  if (coming.length === 0) return t('centre.notSupplied')
  return coming.map((each) => `${t('centre.day', { day: each.on })}${each.time ? `, ${each.time}` : ''}${each.note ? ` — ${escapeHtml(ownText(each.note, lang))}` : ''}`).join('\n')
}

/** What a person wants to know first: price, address, hours, dates, how long; or that the centre has not supplied it. */
export function centreFacts(app: App, lang: Lang): Record<'price' | 'address' | 'hours' | 'exam' | 'duration' | 'retake' | 'filing' | 'phones', string> {
  const t = app.words.in(lang)
  const fact = (name: Parameters<typeof centreFact>[2]): string => centreFact(t, app.centre, name, lang)
  const phones = [...app.centre.phones, ...(app.centre.email ? [app.centre.email] : [])]
  return {
    price: fact('price'), address: fact('address'), hours: fact('hours'), exam: examDates(app, lang), duration: fact('howLongItTakes'),
    retake: fact('retake'), filing: fact('filing'), phones: phones.length > 0 ? escapeHtml(phones.join(', ')) : t('centre.notSupplied'),
  }
}

export function centreScreen(app: App, lang: Lang): Outgoing {
  const t = app.words.in(lang)
  const facts = centreFacts(app, lang)
  const lines = (['address', 'hours', 'phones', 'price', 'exam', 'duration'] as const).map((name) => `<b>${t(`centre.${name}`)}</b>\n${facts[name]}`)
  return { html: [`<b>${escapeHtml(app.centre.name[lang])}</b>`, ...lines].join('\n\n'), buttons: [[{ text: t('chat.menu.look'), data: 'm:look' }], [{ text: t('chat.menu.back'), data: 'm:menu' }]] }
}

/** The short consent: a page to read in half a minute; the full text is a button away. */
export function consentScreen(app: App, lang: Lang, profession: string | null): Outgoing {
  const t = app.words.in(lang)
  const operator = app.centre.legalName ? escapeHtml(ownText(app.centre.legalName, lang)) : escapeHtml(app.centre.name[lang])
  const suffix = profession ? `:${profession}` : ''
  return {
    html: `<b>${t('consent.title')}</b>\n\n${t('consent.shortLead')} <b>${operator}</b>\n\n${t('consent.short')}`,
    buttons: [
      [{ text: t('consent.agree'), data: `c:yes${suffix}` }],
      [{ text: t('consent.readFull'), data: `c:full${suffix}` }],
      [{ text: t('consent.refuse'), data: 'c:no' }],
    ],
  }
}

export function consentFullScreen(app: App, lang: Lang, profession: string | null): Outgoing {
  const { buttons } = consentScreen(app, lang, profession)
  return { html: cutLines(consentFull(app.words.in(lang), app.centre, lang), 4000), buttons: buttons?.filter((_, index) => index !== 1) ?? [] }
}

/** Refusal is a way too: on paper at the centre, or on the national platform (rules No 374, ch. 2). */
export function refusedScreen(app: App, lang: Lang): Outgoing {
  const t = app.words.in(lang)
  const facts = centreFacts(app, lang)
  return {
    html: `${t('consent.refused')}\n\n<b>${t('centre.address')}</b>\n${facts.address}\n\n<b>${t('centre.phones')}</b>\n${facts.phones}`,
    buttons: rows([{ text: t('chat.menu.look'), data: 'm:look' }, { text: t('chat.menu.back'), data: 'm:menu' }]),
  }
}
