import type { Lang } from '../../domain/case/case.ts'
import { type Notice, type NoticeText, textFor } from '../../domain/notices/notice.ts'
import type { Button, NoticeMessage, NoticeStore, Slice } from '../ports.ts'
import type { Desk } from '../review/desk.ts'
import { plainText } from '../../domain/case/phrase.ts'

/** What sends notices: the desk, the ledger, and the jobs of slices. */
export type Post = Desk & { notices: NoticeStore; offer(slices: readonly Slice[], urgent: boolean): Promise<void> }

export const noticeData = (action: string, id = '', more = ''): string => `no:${action}:${id}:${more}`

/** The link buttons, and for the candidate the way to be left in peace. */
function buttonsOf(post: Pick<Post, 'words'>, notice: Notice, lang: Lang): Button[][] {
  const mute: Button[] = [{ text: plainText(post.words.in(lang)('notices.mute')), data: 'm:mute' }]
  return [...notice.links.map(({ label, url }): Button[] => [{ text: label[lang], url }]), ...(notice.urgent ? [] : [mute])]
}

/** The notice in one reader's language; null when it has no text. */
export function messageFor(post: Pick<Post, 'words'>, notice: Notice, lang: Lang | null): NoticeMessage | null {
  const text = textFor(notice, lang)
  return text && { text, media: notice.media, buttons: buttonsOf(post, notice, lang ?? notice.fallback) }
}

/** What stands in place of a notice that was withdrawn too late to be deleted. */
export const withdrawnText = (post: Pick<Post, 'words'>, lang: Lang): NoticeText => ({ text: plainText(post.words.in(lang)('notices.withdrawnText')), entities: [] })
