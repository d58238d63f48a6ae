/** Telegram's `parse_mode: HTML`: text and entities out of a small, strict subset of HTML. */
import type { MessageEntity } from '@grammyjs/types'
import { badRequest } from './errors.ts'

/** A text with its formatting; offsets are UTF-16 code units, as in the Bot API. */
export interface Formatted {
  text: string
  entities: MessageEntity[]
}

interface Open {
  tag: string
  at: number
  byte: number
  entity: Record<string, unknown> | null
}

const SIMPLE: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  code: 'code',
  pre: 'pre',
}
const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' }
const TAG = /^<(\/?)([a-zA-Z][a-zA-Z0-9-]*)((?:\s+[a-zA-Z][\w-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*(\/?)>/
const ATTRIBUTE = /([a-zA-Z][\w-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

const fail = (what: string) => badRequest(`can't parse entities: ${what}`)
const bytes = (source: string, end: number) => Buffer.byteLength(source.slice(0, end))

function decode(source: string): string {
  return source.replaceAll(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return CHARACTERS[name] ?? whole
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function attributes(source: string): Record<string, string> {
  return Object.fromEntries([...source.matchAll(ATTRIBUTE)].map(([, name = '', a, b, c]) => [name.toLowerCase(), decode(a ?? b ?? c ?? '')]))
}

function linkOf(href: string): Record<string, unknown> | null {
  const user = /^tg:\/\/user\?id=(\d+)$/.exec(href)
  if (user) return { type: 'text_mention', user: { id: Number(user[1]), is_bot: false, first_name: '' } }
  return /^(https?|tg|mailto|tel|ton):/i.test(href) || /^[\w-]+(\.[\w-]+)+/.test(href)
    ? { type: 'text_link', url: /^\w+:/.test(href) ? href : `http://${href}` }
    : null
}

function entityFor(tag: string, given: Record<string, string>, at: number): Record<string, unknown> | null {
  if (SIMPLE[tag]) return { type: SIMPLE[tag] }
  if (tag === 'a') return linkOf(given.href ?? '')
  if (tag === 'blockquote') return { type: 'expandable' in given ? 'expandable_blockquote' : 'blockquote' }
  if (tag === 'tg-emoji') {
    if (!given['emoji-id']) throw fail('Custom emoji identifier is missing')
    return { type: 'custom_emoji', custom_emoji_id: given['emoji-id'] }
  }
  if (tag === 'tg-time') return { type: 'date_time', unix_time: Number(given.unix), date_time_format: given.format ?? '' }
  if (tag === 'span') {
    if (given.class !== 'tg-spoiler') throw fail(`Tag "span" must have class "tg-spoiler" at byte offset ${at}`)
    return { type: 'spoiler' }
  }
  throw fail(`Unsupported start tag "${tag}" at byte offset ${at}`)
}

function close(open: Open, text: string, inside: Open | undefined): MessageEntity | null {
  const length = text.length - open.at
  if (!open.entity || length === 0) return null
  if (open.tag === 'code' && inside?.tag === 'pre') {
    if (inside.at === open.at && open.entity.language && inside.entity) inside.entity.language = open.entity.language
    return null
  }
  const { language: _language, ...bare } = open.entity
  return { ...(open.tag === 'pre' ? open.entity : bare), offset: open.at, length } as unknown as MessageEntity
}

/** Cuts outer white space, as the server does, and moves the entities along. */
export function trimmed({ text, entities }: Formatted): Formatted {
  const lead = text.length - text.trimStart().length
  const kept = text.trim()
  const moved = entities.map((entity) => {
    const start = Math.max(0, entity.offset - lead)
    return { ...entity, offset: start, length: Math.min(entity.offset + entity.length - lead, kept.length) - start }
  })
  return { text: kept, entities: moved.filter(({ length }) => length > 0) }
}

/** @throws ApiError 400 "can't parse entities" in Telegram's words */
export function parseHtml(source: string): Formatted {
  const stack: Open[] = []
  const entities: MessageEntity[] = []
  let text = ''
  let at = 0
  while (at < source.length) {
    const next = source.indexOf('<', at)
    text += decode(source.slice(at, next === -1 ? undefined : next))
    if (next === -1) break
    const match = TAG.exec(source.slice(next))
    if (!match) {
      const name = /^<\/?([^\s>]*)/.exec(source.slice(next))?.[1] ?? ''
      throw fail(
        source.indexOf('>', next) === -1
          ? `Unclosed start tag at byte offset ${bytes(source, next)}`
          : `Unsupported start tag "${name.toLowerCase()}" at byte offset ${bytes(source, next)}`,
      )
    }
    const [whole, slash, rawTag = '', rest = ''] = match
    const tag = rawTag.toLowerCase()
    const byte = bytes(source, next)
    if (slash) {
      const open = stack.pop()
      if (!open) throw fail(`Unexpected end tag at byte offset ${byte}`)
      if (open.tag !== tag) throw fail(`Unmatched end tag at byte offset ${byte}, expected "</${open.tag}>", found "</${tag}>"`)
      const entity = close(open, text, stack.at(-1))
      if (entity) entities.push(entity)
    } else {
      const given = attributes(rest)
      const entity = entityFor(tag, given, byte)
      if (tag === 'code' && entity && given.class?.startsWith('language-')) entity.language = given.class.slice('language-'.length)
      stack.push({ tag, at: text.length, byte, entity })
    }
    at = next + whole.length
  }
  const left = stack.at(-1)
  if (left) throw fail(`Can't find end tag corresponding to start tag "${left.tag}"`)
  entities.sort((a, b) => a.offset - b.offset || b.length - a.length)
  return trimmed({ text, entities })
}

const FOUND: [MessageEntity.CommonMessageEntity['type'], RegExp][] = [
  ['bot_command', /(?<=^|\s)\/[a-zA-Z0-9_]{1,32}(?:@\w+)?/g],
  ['url', /\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g],
  ['email', /\b[\w.+-]+@[\w-]+\.[\w.-]*\w/g],
  ['mention', /(?<=^|\s)@\w{4,32}/g],
  ['phone_number', /(?<=^|\s)\+\d[\d ()-]{8,16}\d/g],
  ['hashtag', /(?<=^|\s)#[\p{L}\p{N}_]+/gu],
]

/** Adds what Telegram finds by itself: commands, links, addresses, mentions, phone numbers. */
export function detected({ text, entities }: Formatted): Formatted {
  const all = [...entities]
  const blocking = (start: number, end: number) =>
    all.some(
      (entity) =>
        entity.offset < end &&
        start < entity.offset + entity.length &&
        !['bold', 'italic', 'underline', 'strikethrough', 'spoiler', 'blockquote', 'expandable_blockquote'].includes(entity.type),
    )
  for (const [type, pattern] of FOUND) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (!blocking(match.index, end)) all.push({ type, offset: match.index, length: match[0].length })
    }
  }
  return { text, entities: all.sort((a, b) => a.offset - b.offset || b.length - a.length) }
}
