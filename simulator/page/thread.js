/** The messages of the open chat. */
import { byId, get, make, post } from './api.js'
import { brief, bubble } from './bubble.js'
import { word } from './words.js'

export function createThread({ here, actor, isGroup, toast, alertWords, say, context }) {
  const pane = byId('messages')
  let shown = new Map()
  let seq = 0
  let view = null
  let asking = null
  let typingTimer = null
  // whoever reads the newest stays with the newest, whatever grows
  let stick = true
  const down = () => {
    if (stick) pane.scrollTop = pane.scrollHeight
  }
  pane.addEventListener('scroll', () => {
    stick = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 120
  })
  pane.addEventListener('load', down, true)
  new ResizeObserver(down).observe(pane)

  const address = () => `/chats/${here.chat}/messages?after=${seq}${here.thread === undefined ? '' : `&thread=${here.thread}`}`
  const place = () => (isGroup() ? { chat: 'staff', ...(here.thread ? { thread: here.thread } : {}) } : { chat: 'private' })

  async function press(message, button, element) {
    if (button.url) return window.open(button.url, '_blank', 'noopener')
    if (button.copy_text) {
      await navigator.clipboard.writeText(button.copy_text.text).catch(() => {})
      return toast(word('copied'))
    }
    element.classList.add('busy')
    try {
      const answer = await post(`/persons/${here.acting}/press`, {
        ...place(),
        message_id: message.message_id,
        data: button.callback_data,
        wait: 15000,
      })
      if (!answer.answered) toast(word('noAnswer'))
      else if (answer.text && answer.show_alert) alertWords(answer.text)
      else if (answer.text) toast(answer.text)
    } catch (error) {
      toast(error.message)
    }
    element.classList.remove('busy')
  }

  function show(id) {
    const element = shown.get(id)
    element?.scrollIntoView({ block: 'center', behavior: 'smooth' })
    element?.classList.add('flash')
    setTimeout(() => element?.classList.remove('flash'), 1300)
  }

  const act = { press, show, command: say, reply: (message) => context('reply', message), edit: (message) => context('edit', message) }

  function draw(stored) {
    const { message, deleted } = stored
    const old = shown.get(message.message_id)
    if (deleted) {
      old?.remove()
      shown.delete(message.message_id)
      return
    }
    const element = bubble(stored, { mine: message.from?.id === here.acting, group: isGroup(), act })
    if (old) old.replaceWith(element)
    else pane.append(element)
    shown.set(message.message_id, element)
  }

  function drawPinned(messages) {
    const inView = messages.filter(({ message }) => view.pinned.includes(message.message_id)).at(-1)
    if (inView) {
      byId('pinned').textContent = `📌 ${brief(inView.message)}`
      byId('pinned').onclick = () => show(inView.message.message_id)
      byId('pinned').dataset.id = inView.message.message_id
    }
    byId('pinned').hidden = !view.pinned.includes(Number(byId('pinned').dataset.id)) || !shown.has(Number(byId('pinned').dataset.id))
  }

  function drawKeyboard() {
    const keyboard = isGroup() ? null : view.keyboard
    byId('keyboard').hidden = !keyboard
    byId('input').placeholder = keyboard?.input_field_placeholder ?? word('message')
    byId('keyboard').replaceChildren(
      ...(keyboard?.keyboard ?? []).map((row) =>
        make(
          'div',
          { className: 'row' },
          ...row.map((key) => {
            const button = typeof key === 'string' ? { text: key } : key
            return make('button', {
              textContent: button.text,
              onclick: () => {
                if (!button.request_contact) return say(button.text)
                if (confirm(word('shareAsk')))
                  void post(`/persons/${here.acting}/send`, { chat: 'private', contact: true }).catch((error) => toast(error.message))
              },
            })
          }),
        ),
      ),
    )
  }

  async function load() {
    const where = address()
    const fresh = await get(where)
    if (where !== address()) return
    if (seq === 0) stick = true
    view = fresh
    seq = fresh.seq
    const messages = fresh.messages.sort((a, b) => a.message.message_id - b.message.message_id)
    messages.forEach(draw)
    pane.querySelector('.draft')?.remove()
    drawPinned(messages)
    drawKeyboard()
    pane.querySelector('.empty')?.remove()
    if (shown.size === 0) pane.append(make('p', { className: 'empty', textContent: word('none') }))
    down()
    if (messages.some(({ by }) => by === 'bot')) quiet()
  }

  function quiet() {
    clearTimeout(typingTimer)
    byId('head-note').dataset.typing = ''
    if (byId('head-note').dataset.words) byId('head-note').textContent = byId('head-note').dataset.words
    delete byId('head-note').dataset.words
  }

  return {
    async open() {
      quiet()
      shown = new Map()
      seq = 0
      view = null
      pane.replaceChildren()
      byId('pinned').hidden = true
      if (actor()) await load()
    },
    /** One question at a time; a change that comes meanwhile asks once more. */
    async refresh() {
      if (asking) {
        asking.again = true
        return
      }
      asking = { again: false }
      try {
        await load()
      } finally {
        const { again } = asking
        asking = null
        if (again) void this.refresh()
      }
    },
    typing() {
      const note = byId('head-note')
      note.dataset.words ??= note.textContent
      note.textContent = word('typing')
      clearTimeout(typingTimer)
      typingTimer = setTimeout(quiet, 5000)
    },
    draft(text) {
      pane.querySelector('.draft')?.remove()
      if (text) pane.append(make('div', { className: 'message draft' }, make('div', { className: 'bubble', textContent: text })))
      pane.scrollTop = pane.scrollHeight
    },
    place,
  }
}
