/** The page: who writes, where, and what is seen there. */
import { byId, get, make, post } from './api.js'
import { brief } from './bubble.js'
import { createComposer } from './composer.js'
import { createThread } from './thread.js'
import { LANGUAGES, language, speak, word } from './words.js'

const here = { chat: null, thread: undefined, acting: null }
const world = { persons: [], topics: [], state: null }
const unread = new Map()
const seen = new Map()
let firstLook = true
const payload = new URLSearchParams(location.search).get('start')
let payloadLeft = payload

const isGroup = () => here.chat === 'staff'
const actor = () => world.persons.find(({ id }) => id === here.acting)
const fullName = (person) => [person.first_name, person.last_name].filter(Boolean).join(' ')

const thread = createThread({
  here,
  actor,
  isGroup,
  toast,
  alertWords,
  say: (text) => composer.say(text),
  context: (kind, message) => composer.context(kind, message),
})
const composer = createComposer({ here, actor, isGroup, toast, thread, started: refreshPersons })

export function toast(words) {
  byId('toast').textContent = words
  byId('toast').hidden = false
  clearTimeout(toast.timer)
  toast.timer = setTimeout(() => {
    byId('toast').hidden = true
  }, 3500)
}
function alertWords(words) {
  byId('alert-words').textContent = words
  byId('alert').showModal()
}

const COLORS = ['#1f7a8c', '#b5651d', '#6a4c93', '#3a7d44', '#a23b72', '#33658a', '#8a6d1d', '#c44536']
function avatar(name, id) {
  return make('span', { className: 'avatar', style: `background:${COLORS[id % COLORS.length]}`, textContent: [...name][0] ?? '?' })
}

function entry({ key, picture, title, note, open, current }) {
  const count = unread.get(key)
  const button = make(
    'button',
    { onclick: open },
    picture,
    make('span', { className: 'name' }, make('b', { textContent: title }), note ? make('small', { textContent: note }) : null),
    count ? make('span', { className: 'count', textContent: count }) : null,
  )
  button.setAttribute('aria-current', String(current))
  return button
}

function drawSide() {
  const members = world.state?.staff.members ?? {}
  byId('people').replaceChildren(
    ...world.persons.map((person) =>
      entry({
        key: String(person.id),
        picture: avatar(person.first_name, person.id),
        title: fullName(person),
        current: here.chat === person.id,
        note: [LANGUAGES[person.language_code] ?? person.language_code, members[person.id] ? word('inStaff') : '', person.blocked ? '🚫' : '']
          .filter(Boolean)
          .join(' · '),
        open: () => go(`#p/${person.id}`),
      }),
    ),
  )
  byId('group-title').textContent = world.state?.staff.title ?? ''
  const general = { thread: 0, name: word('general'), icon: '#️⃣' }
  byId('topics').replaceChildren(
    ...[general, ...world.topics].map((topic) =>
      entry({
        key: `g${topic.thread}`,
        picture: make('span', { className: 'avatar topic', textContent: topic.icon ?? '💬' }),
        title: topic.name + (topic.closed ? ' 🔒' : ''),
        note: topic.pinned?.length ? `📌 ${brief(topic.pinned.at(-1))}` : '',
        current: isGroup() && here.thread === topic.thread,
        open: () => go(`#g/${topic.thread}`),
      }),
    ),
  )
}

function drawHead() {
  const person = actor()
  const topic = world.topics.find((one) => one.thread === here.thread)
  byId('head-avatar').replaceWith(
    Object.assign(
      isGroup()
        ? make('span', { className: 'avatar topic', textContent: topic?.icon ?? '💬' })
        : make('span', { className: 'avatar', textContent: 'Q' }),
      { id: 'head-avatar' },
    ),
  )
  byId('head-name').textContent = isGroup() ? (topic?.name ?? word('general')) : (world.state?.bot.first_name ?? '')
  byId('head-note').textContent = isGroup() ? (world.state?.staff.title ?? '') : person ? `${word('as')}: ${fullName(person)}` : ''
  const members = world.persons.filter(({ id }) => world.state?.staff.members[id])
  const select = byId('acting')
  select.hidden = !isGroup()
  select.replaceChildren(...members.map((one) => make('option', { value: one.id, textContent: fullName(one), selected: one.id === here.acting })))
  select.setAttribute('aria-label', word('as'))
}

async function drawBegin() {
  const person = actor()
  const fresh = person && !isGroup() && (!person.started || payloadLeft !== null || person.blocked)
  byId('begin').hidden = !fresh
  byId('composer').hidden = Boolean(fresh && (!person.started || person.blocked))
  if (!fresh) return
  const profile = await get(`/persons/${person.id}/profile`)
  byId('begin-words').textContent = person.started ? '' : [profile.description && word('what_bot'), profile.description].filter(Boolean).join('\n')
  byId('begin-button').textContent = person.blocked ? word('unblock') : word('start')
}

function go(hash) {
  if (location.hash === hash) open()
  else location.hash = hash
}

async function open() {
  const [, kind, id] = /^#([pg])\/(\d+)$/.exec(location.hash) ?? []
  const person = world.persons.find((one) => one.id === Number(id))
  const known = kind === 'g' || person
  document.body.classList.toggle('in-chat', Boolean(known))
  byId('chat').hidden = !known
  byId('nothing').hidden = Boolean(known)
  if (!known) {
    here.chat = null
    drawSide()
    return
  }
  here.chat = kind === 'g' ? 'staff' : person.id
  here.thread = kind === 'g' ? Number(id) : undefined
  const members = world.persons.filter((one) => world.state.staff.members[one.id])
  here.acting = kind === 'p' ? person.id : members.some((one) => one.id === here.acting) ? here.acting : (members[0]?.id ?? null)
  unread.delete(kind === 'g' ? `g${id}` : id)
  if (kind === 'g') seen.set(here.thread, world.topics.find((one) => one.thread === here.thread)?.messages ?? 0)
  drawSide()
  drawHead()
  composer.clear()
  await Promise.all([thread.open(), drawBegin()])
}

async function refreshPersons() {
  ;[world.persons, world.state] = await Promise.all([get('/persons'), get('/state')])
  drawSide()
  if (here.chat) {
    drawHead()
    await drawBegin()
  }
}

async function refreshTopics() {
  ;[world.topics, world.state] = await Promise.all([get('/topics'), get('/state')])
  if (isGroup() && here.thread && !world.topics.some((one) => one.thread === here.thread)) {
    toast(word('gone'))
    go('#g/0')
  }
  for (const { thread: id, messages } of world.topics) {
    const open = isGroup() && here.thread === id
    if (firstLook || open) seen.set(id, messages)
    const fresh = messages - (seen.get(id) ?? 0)
    if (fresh > 0) unread.set(`g${id}`, fresh)
    else unread.delete(`g${id}`)
  }
  firstLook = false
  drawSide()
  if (here.chat) drawHead()
}

let topicsTimer = null
const soonTopics = () => {
  topicsTimer ??= setTimeout(() => {
    topicsTimer = null
    void refreshTopics()
  }, 250)
}

async function onChange(change) {
  if (change.kind === 'reset') return location.reload()
  if (change.kind === 'persons') return refreshPersons()
  if (change.kind === 'topics') soonTopics()
  const staff = change.chat === world.state?.staffChatId
  if (staff && change.kind === 'message') soonTopics()
  if (change.chat !== undefined && (staff ? isGroup() : change.chat === here.chat)) {
    if (change.kind === 'action') return thread.typing()
    if (change.kind === 'draft') return thread.draft(change.data)
    if (change.kind !== 'answer') return thread.refresh()
  } else if (change.kind === 'message' && !staff) {
    unread.set(String(change.chat), (unread.get(String(change.chat)) ?? 0) + 1)
    drawSide()
  }
}

function drawLanguages() {
  byId('languages').replaceChildren(
    ...Object.entries(LANGUAGES).map(([code, name]) => {
      const button = make('button', {
        textContent: name,
        onclick: () => {
          speak(code)
          drawLanguages()
          drawSide()
          if (here.chat) {
            drawHead()
            void drawBegin()
            void thread.open()
          }
        },
      })
      button.setAttribute('aria-pressed', String(code === language()))
      return button
    }),
  )
}

byId('back').onclick = () => go('#')
byId('acting').onchange = (event) => {
  here.acting = Number(event.target.value)
  void thread.open()
}
byId('begin-button').onclick = async () => {
  const person = actor()
  try {
    if (person.blocked) await post(`/persons/${person.id}/unblock`)
    else await post(`/persons/${person.id}/start`, payloadLeft ? { payload: payloadLeft } : {})
  } catch (error) {
    toast(error.message)
  }
  if (!person.blocked) payloadLeft = null
  await refreshPersons()
}
byId('add-open').onclick = () => {
  byId('add').hidden = !byId('add').hidden
}
byId('add').onsubmit = async (event) => {
  event.preventDefault()
  const given = Object.fromEntries([...new FormData(event.target)].filter(([, value]) => value))
  const made = await post('/persons', given)
  event.target.reset()
  byId('add').hidden = true
  await refreshPersons()
  go(`#p/${made.id}`)
}
addEventListener('hashchange', open)

speak()
drawLanguages()
await Promise.all([refreshPersons(), refreshTopics()])
await open()
const source = new EventSource('/sim/events')
source.onmessage = (event) => {
  void onChange(JSON.parse(event.data))
}
source.onopen = () => {
  if (here.chat) void thread.refresh()
}
