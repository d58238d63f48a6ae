/** Text with its formatting as elements; never as HTML, so that nothing in a text can act. */
import { make } from './api.js'
import { language } from './words.js'

const TAGS = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  blockquote: 'blockquote',
  expandable_blockquote: 'blockquote',
  pre: 'pre',
}

function link(href, children) {
  const safe = /^(https?:|mailto:|tel:|tg:)/i.test(href) ? href : `https://${href}`
  return make('a', { href: safe, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}

function wrap(entity, text, children, command) {
  const inside = text.slice(entity.offset, entity.offset + entity.length)
  if (entity.type === 'url') return link(inside, children)
  if (entity.type === 'text_link') return link(entity.url, children)
  if (entity.type === 'email') return link(`mailto:${inside}`, children)
  if (entity.type === 'phone_number') return link(`tel:${inside}`, children)
  if (entity.type === 'bot_command') return make('button', { className: 'link', onclick: () => command?.(inside) }, ...children)
  if (entity.type === 'spoiler') {
    const spoiler = make('span', { className: 'spoiler' }, ...children)
    spoiler.onclick = () => spoiler.classList.add('open')
    return spoiler
  }
  if (entity.type === 'date_time') return make('time', { title: new Date(entity.unix_time * 1000).toLocaleString(language()) }, ...children)
  const element = make(TAGS[entity.type] ?? 'span', {}, ...children)
  if (entity.type === 'expandable_blockquote') {
    element.className = 'folded'
    element.onclick = () => element.classList.toggle('folded')
  }
  return element
}

/** @returns nodes for `text` between `from` and `to` */
export function formatted(text, entities = [], command, from = 0, to = text.length) {
  const nodes = []
  let at = from
  let rest = entities
  while (rest.length > 0) {
    const [entity, ...others] = rest
    const end = Math.min(entity.offset + entity.length, to)
    if (entity.offset < at) {
      rest = others
      continue
    }
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset))
    const inner = others.filter((one) => one.offset < end)
    nodes.push(wrap(entity, text, formatted(text, inner, command, entity.offset, end), command))
    at = end
    rest = others.filter((one) => one.offset >= end)
  }
  if (at < to) nodes.push(text.slice(at, to))
  return nodes
}
