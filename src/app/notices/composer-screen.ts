import { type Lang, LANGS } from '../../domain/case/case.ts'
import { escapeHtml, plainText } from '../../domain/case/phrase.ts'
import { type Audience, GROUP_NAMES } from '../../domain/notices/audience.ts'
import { type Notice, unready } from '../../domain/notices/notice.ts'
import type { Button, Outgoing, Translate } from '../ports.ts'
import { noticeData, type Post } from './post.ts'

const SHORT = 60
const short = (text: string): string => { const signs = [...text.replace(/\s+/g, ' ')]; return signs.length > SHORT ? `${signs.slice(0, SHORT).join('')}…` : signs.join('') }

export const momentWords = (post: Pick<Post, 'centre'>, lang: Lang, at: number): string => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short', timeZone: post.centre.timeZone }).format(at)

/** Whom it goes to, in words. */
export function audienceWords(post: Pick<Post, 'catalogue' | 'centre'>, t: Translate, lang: Lang, audience: Audience): string {
  if (audience.list.length > 0) return `${plainText(t('notices.audience.list'))}: ${audience.list.join(', ')}`
  const parts = [
    audience.groups.length > 0 ? audience.groups.map((group) => plainText(t(`notices.group.${group}`))).join(', ') : plainText(t('notices.audience.all')),
    ...(audience.professions.length > 0 ? [audience.professions.map((id) => post.catalogue.entries.get(id)?.names[lang] ?? id).join(', ')] : []),
    ...(audience.levels.length > 0 ? [audience.levels.map((level) => level.replace(/^[gl]/, '')).join(', ')] : []),
    ...(audience.langs.length > 0 ? [audience.langs.map((each) => plainText(t(`review.language.${each}`))).join(', ')] : []),
    ...(audience.branches.length > 0 ? [audience.branches.map((id) => post.centre.branches.find((each) => each.id === id)?.name[lang === 'en' ? 'ru' : lang] ?? id).join(', ')] : []),
  ]
  return parts.join(' · ')
}

type Panel = { post: Post; lang: Lang; notice: Notice; count: number }

function contentLines({ notice, post, lang }: Panel, t: Translate): string[] {
  const texts = LANGS.map((each) => `${t(`review.language.${each}`)}: ${notice.texts[each] ? `«${escapeHtml(short(notice.texts[each]?.text ?? ''))}»` : '—'}`)
  const missing = LANGS.some((each) => !notice.texts[each]) && Object.keys(notice.texts).length > 0
  return [
    texts.join('\n') + (missing ? `\n${t('notices.panel.fallback')} ${t(`review.language.${notice.fallback}`)}` : ''),
    [`${t('notices.panel.media')} ${t(`notices.media.${notice.media?.kind ?? 'none'}`)}`, `${t('notices.panel.links')} ${notice.links.length > 0 ? notice.links.map(({ label }) => escapeHtml(label[lang])).join(', ') : '—'}`].join('\n'),
    `${t('notices.panel.to')} ${escapeHtml(audienceWords(post, t, lang, notice.audience))}`,
  ]
}

/** The composer: one message on which a notice is put together. */
export function composerScreen(panel: Panel): Outgoing {
  const { post, lang, notice, count } = panel
  const t = post.words.in(lang)
  const button = (action: string, text: string, more = ''): Button => ({ text: plainText(text), data: noticeData(action, notice.id, more) })
  const lack = unready(notice)
  const when = [notice.when === null ? t('notices.panel.now') : `${t('notices.panel.when')} ${escapeHtml(momentWords(post, lang, notice.when))}`, t(notice.urgent ? 'notices.panel.urgent' : 'notices.panel.calm', { ...post.centre.noticeHours })]
  return {
    html: [`<b>${t('notices.title', { number: notice.number })}</b> · ${t('notices.state.draft')}`, ...contentLines(panel, t), t('notices.panel.count', { count }), when.join('\n'), ...(lack ? [t(`notices.lack.${lack}`)] : [])].join('\n\n'),
    buttons: [
      LANGS.map((each) => button('text', `${notice.texts[each] ? '✓ ' : ''}${t(`review.language.${each}`)}`, each)),
      [button('file', t('notices.button.file')), button('link', t('notices.button.link'))],
      [button('who', t('notices.button.who')), button('when', t('notices.button.when'))],
      [button('fall', t('notices.button.fallback')), button('urge', t(notice.urgent ? 'notices.button.calm' : 'notices.button.urgent'))],
      ...(lack ? [] : [[button('self', t('notices.button.self')), button('send', t('notices.button.send'))]]),
      [button('drop', t('notices.button.drop'))],
    ],
  }
}

/** The same message, turned to the question whom it goes to. */
export function audienceScreen({ post, lang, notice, count }: Panel): Outgoing {
  const t = post.words.in(lang)
  const { audience } = notice
  const mark = (on: boolean, text: string): string => `${on ? '✓ ' : ''}${plainText(text)}`
  const button = (action: string, text: string, more = ''): Button => ({ text: plainText(text), data: noticeData(action, notice.id, more) })
  const groups = GROUP_NAMES.map((group): Button[] => [button('grp', mark(audience.groups.includes(group), t(`notices.group.${group}`)), group)])
  const branches = post.centre.branches.map(({ id, name }): Button[] => [button('bra', mark(audience.branches.includes(id), name[lang === 'en' ? 'ru' : lang]).slice(0, 40), id)])
  return {
    html: [`<b>${t('notices.title', { number: notice.number })}</b>`, `${t('notices.panel.to')} ${escapeHtml(audienceWords(post, t, lang, audience))}`, t('notices.panel.count', { count }), t('notices.audience.how')].join('\n\n'),
    buttons: [
      ...groups, LANGS.map((each) => button('lng', mark(audience.langs.includes(each), t(`review.language.${each}`)), each)), ...branches,
      [button('pro', t('notices.button.profession')), button('lev', t('notices.button.level'))], [button('list', t('notices.button.list')), button('all', t('notices.button.everybody'))],
      [button('panel', t('notices.button.back'))],
    ],
  }
}
