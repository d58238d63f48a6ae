/** One message as it is seen. */
import { fileUrl, make } from './api.js'
import { formatted } from './entities.js'
import { language, word } from './words.js'

const size = (bytes) => (bytes > 1048576 ? `${(bytes / 1048576).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`)
const clock = (seconds) => new Date(seconds * 1000).toLocaleTimeString(language(), { hour: '2-digit', minute: '2-digit' })

function picture(photo) {
  const shown = photo.findLast((one) => one.width <= 800) ?? photo[0]
  const largest = photo.at(-1)
  return make(
    'a',
    { href: fileUrl(largest.file_id), target: '_blank', className: 'photo' },
    make('img', { src: fileUrl(shown.file_id), width: shown.width, height: shown.height, loading: 'lazy', alt: '' }),
  )
}

function paper(document) {
  return make(
    'a',
    { href: fileUrl(document.file_id, true), className: 'document', download: document.file_name ?? '' },
    document.thumbnail ? make('img', { src: fileUrl(document.thumbnail.file_id), alt: '' }) : make('span', { className: 'sheet', textContent: '📄' }),
    make('span', {}, make('strong', { textContent: document.file_name ?? '' }), make('small', { textContent: size(document.file_size ?? 0) })),
  )
}

function media(message) {
  if (message.photo) return picture(message.photo)
  if (message.document) return paper(message.document)
  if (message.video) return paper({ ...message.video, file_name: message.video.file_name ?? 'video.mp4' })
  if (message.voice) return make('span', { className: 'voice', textContent: `▶ ▂▅▃▆▂▇▄▂ 0:0${message.voice.duration}` })
  if (message.sticker) return make('span', { className: 'sticker', textContent: message.sticker.emoji ?? '🙂' })
  if (message.contact)
    return make('span', { className: 'contact', textContent: `☎ ${message.contact.first_name} · +${message.contact.phone_number}` })
  return null
}

/** A service message's words, or null for others. */
export function serviceWords(message) {
  if (message.forum_topic_created) return `${word('topicCreated')}: ${message.forum_topic_created.name}`
  if (message.forum_topic_edited) return `${word('topicEdited')}${message.forum_topic_edited.name ? `: ${message.forum_topic_edited.name}` : ''}`
  if (message.forum_topic_closed) return word('topicClosed')
  if (message.forum_topic_reopened) return word('topicReopened')
  if (message.pinned_message) return word('pinned')
  if (message.migrate_to_chat_id || message.migrate_from_chat_id) return word('migrated')
  return null
}

/** A message in one line. */
export function brief(message) {
  const kind = message.photo
    ? '🖼 '
    : message.document
      ? `📄 ${message.document.file_name ?? ''} `
      : message.voice
        ? '🎤 '
        : message.sticker
          ? message.sticker.emoji
          : message.contact
            ? '☎ '
            : ''
  return (kind + (serviceWords(message) ?? message.text ?? message.caption ?? '')).replaceAll(/\s+/g, ' ').slice(0, 120)
}

function buttons(message, act) {
  const rows = message.reply_markup?.inline_keyboard ?? []
  if (rows.length === 0) return null
  return make(
    'div',
    { className: 'buttons' },
    ...rows.map((row) =>
      make(
        'div',
        { className: 'row' },
        ...row.map((button) => {
          const element = make(
            'button',
            { className: button.style ?? '', disabled: Boolean(button.disabled) },
            button.text,
            button.url ? make('i', { textContent: '↗' }) : null,
            button.copy_text ? make('i', { textContent: '⧉' }) : null,
          )
          element.onclick = () => act.press(message, button, element)
          return element
        }),
      ),
    ),
  )
}

/** The element of a stored message; `act` says what its parts do. */
export function bubble(stored, { mine, group, act }) {
  const { message, by, reactions, protect } = stored
  const service = serviceWords(message)
  if (service) return make('div', { className: 'service', textContent: service })
  const replied = message.reply_to_message && !message.reply_to_message.forum_topic_created ? message.reply_to_message : null
  const text = message.text ?? message.caption
  const body = make(
    'div',
    { className: `bubble ${message.photo && !text ? 'bare' : ''}` },
    group && !mine
      ? make('strong', { className: 'from', textContent: [message.from?.first_name, message.from?.last_name].filter(Boolean).join(' ') })
      : null,
    message.forward_origin ? make('small', { className: 'forward', textContent: word('forwarded') }) : null,
    replied ? make('button', { className: 'quote', textContent: brief(replied), onclick: () => act.show(replied.message_id) }) : null,
    media(message),
    text === undefined
      ? null
      : make('div', { className: 'text', dir: 'auto' }, ...formatted(text, message.entities ?? message.caption_entities, act.command)),
    make(
      'span',
      { className: 'meta' },
      ...(reactions ?? []).map(({ reaction }) => make('span', { className: 'reaction', textContent: reaction.map(({ emoji }) => emoji).join('') })),
      protect ? make('span', { title: word('protect'), textContent: '🔒' }) : null,
      message.edit_date ? `${word('edited')} ` : null,
      clock(message.date),
    ),
  )
  const tools = make(
    'span',
    { className: 'doings' },
    make('button', { textContent: '↩', title: word('reply'), onclick: () => act.reply(message) }),
    mine && text !== undefined ? make('button', { textContent: '✎', title: word('edit'), onclick: () => act.edit(message) }) : null,
  )
  return make(
    'div',
    { className: `message ${mine ? 'mine' : ''} ${by} ${message.media_group_id ? 'album' : ''}` },
    make('div', { className: 'with' }, body, tools),
    buttons(message, act),
  )
}
