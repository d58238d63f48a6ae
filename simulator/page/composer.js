/** Writing: text, photos, files, albums, replies, edits, commands, and the tools of the trial. */
import { byId, get, make, post, postForm, remove } from './api.js'
import { brief } from './bubble.js'
import { word } from './words.js'

const MOST = 10

export function createComposer({ here, actor, isGroup, toast, thread, started }) {
  const input = byId('input')
  let picked = []
  let kind = 'photo'
  let hd = false
  let about = null
  let slow = false

  const to = () => `/persons/${here.acting}`
  const trying = async (work) => {
    try {
      return await work()
    } catch (error) {
      toast(error.message)
      return null
    }
  }

  function grow() {
    input.style.height = 'auto'
    input.style.height = `${input.scrollHeight}px`
  }

  function drawFiles() {
    byId('files').hidden = picked.length === 0
    input.placeholder = picked.length > 0 ? word('caption') : word('message')
    byId('files').replaceChildren(
      ...picked.map((file, index) =>
        make(
          'span',
          { className: 'chip' },
          kind === 'photo' ? make('img', { src: URL.createObjectURL(file), alt: '' }) : make('span', { textContent: file.name }),
          make('button', {
            textContent: '✕',
            onclick: () => {
              picked.splice(index, 1)
              drawFiles()
            },
          }),
        ),
      ),
    )
  }

  function context(what, message) {
    about = { what, message }
    byId('context-words').textContent = `${word(what === 'edit' ? 'editing' : 'replyTo')}: ${brief(message)}`
    byId('context').hidden = false
    if (what === 'edit') input.value = message.text ?? message.caption ?? ''
    input.focus()
    grow()
  }

  function clear() {
    about = null
    picked = []
    input.value = ''
    byId('context').hidden = true
    drawFiles()
    grow()
    for (const menu of document.querySelectorAll('.menu')) menu.hidden = true
  }

  async function sendFiles(files, caption) {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...thread.place(), ...(about?.what === 'reply' ? { reply_to: about.message.message_id } : {}) }))
      form.set(name, value)
    if (caption) form.set('caption', caption)
    if (hd) form.set('hd', '1')
    files.forEach((file, index) => form.set(files.length === 1 ? kind : `album_${kind}_${index}`, file, file.name))
    return postForm(`${to()}/send`, form)
  }

  async function send() {
    const text = input.value.trim()
    const files = picked
    const was = about
    if (!actor() || (!text && files.length === 0)) return
    const done = await trying(async () => {
      if (was?.what === 'edit')
        return post(`${to()}/edit`, {
          ...thread.place(),
          message_id: was.message.message_id,
          ...(was.message.text === undefined ? { caption: text } : { text }),
        })
      if (files.length === 0) return post(`${to()}/send`, { ...thread.place(), text, ...(was ? { reply_to: was.message.message_id } : {}) })
      let last = null
      for (let at = 0; at < files.length; at += MOST) last = await sendFiles(files.slice(at, at + MOST), at === 0 ? text : '')
      return last
    })
    if (done) clear()
    input.focus()
  }

  function menu(id, entries) {
    byId(id).replaceChildren(
      ...entries.filter(Boolean).map(([label, run, note]) => {
        const button = make(
          'button',
          {
            onclick: () => {
              byId(id).hidden = true
              run()
            },
          },
          label,
          note ? make('small', { textContent: note }) : null,
        )
        button.setAttribute('role', 'menuitem')
        return button
      }),
    )
    byId(id).hidden = entries.length === 0
  }

  function pick(which, big = false) {
    kind = which
    hd = big
    byId(which === 'photo' ? 'photos' : 'documents').click()
  }

  const say = (text) => trying(() => post(`${to()}/send`, { ...thread.place(), text }))
  const sends = (body) => trying(() => post(`${to()}/send`, { ...thread.place(), ...body }))

  byId('attach-open').onclick = (event) => {
    event.stopPropagation()
    menu('attach', [
      [`🖼 ${word('photo')}`, () => pick('photo')],
      [`🖼 ${word('hd')}`, () => pick('photo', true)],
      [`📄 ${word('file')}`, () => pick('document')],
      !isGroup() && [`☎ ${word('contact')}`, () => sends({ contact: true })],
      [`🎤 ${word('voice')}`, () => sends({ voice: true })],
      [`👍 ${word('sticker')}`, () => sends({ sticker: '👍' })],
    ])
  }
  byId('commands-open').onclick = async (event) => {
    event.stopPropagation()
    const list = await get(`${to()}/commands?chat=${isGroup() ? 'staff' : 'private'}`)
    menu(
      'commands',
      list.length > 0
        ? list.map(({ command, description }) => [`/${command}`, () => say(`/${command}`), description])
        : [['/start', () => say('/start')]],
    )
  }
  byId('tools-open').onclick = (event) => {
    event.stopPropagation()
    menu('tools', [
      !isGroup() &&
        (actor()?.blocked
          ? [word('unblock'), () => trying(() => post(`${to()}/unblock`)).then(started)]
          : [word('block'), () => trying(() => post(`${to()}/block`)).then(started)]),
      [word('again'), () => trying(() => post(`${to()}/press-again`, { wait: 5000 }))],
      [word('redeliver'), () => trying(() => post('/redeliver'))],
      [
        slow ? word('fast') : word('slow'),
        () => {
          slow = !slow
          void trying(() => (slow ? post('/faults', { delay: 3000, times: -1 }) : remove('/faults')))
        },
      ],
      isGroup() && here.thread ? [word('deleteTopic'), () => trying(() => post(`/topics/${here.thread}/delete`))] : null,
    ])
  }
  for (const id of ['photos', 'documents']) {
    byId(id).onchange = (event) => {
      const now = id === 'photos' ? 'photo' : 'document'
      if (now !== kind) hd = false
      kind = now
      picked = [...event.target.files]
      event.target.value = ''
      drawFiles()
      input.focus()
    }
  }
  input.addEventListener('paste', (event) => {
    const images = [...(event.clipboardData?.files ?? [])]
    if (images.length === 0) return
    event.preventDefault()
    kind = images.every(({ type }) => type.startsWith('image/')) ? 'photo' : 'document'
    hd = false
    picked = images
    drawFiles()
  })
  input.addEventListener('input', grow)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault()
      void send()
    }
    if (event.key === 'Escape') clear()
  })
  byId('send').onclick = send
  byId('context-close').onclick = clear
  document.addEventListener('click', () => {
    for (const one of document.querySelectorAll('.menu')) one.hidden = true
  })

  return { clear, context, say }
}
