import { createHash } from 'node:crypto'
import type { Case } from '../../domain/case/case.ts'
import { escapeHtml } from '../../domain/case/phrase.ts'
import { isWithStaff, type Status } from '../../domain/case/status.ts'
import { speakerOf, type Speaker } from '../dossier/speaker.ts'
import type { Outgoing, Sent, Topic } from '../ports.ts'
import { cardScreen } from './card.ts'
import { type Desk, staffLang } from './desk.ts'
import { GENERAL, iconOf, NO_TOPICS, threadOf, titleOf, topicLink } from './topic.ts'

type Card = { desk: Desk; applicant: string; title: string; icon: string; screen: Outgoing }

/** One at a time for an applicant within this process: two cases sent together must not make two topics. */
const running = new Map<string, Promise<unknown>>()

async function alone<T>(applicant: string, work: () => Promise<T>): Promise<T> {
  const before = running.get(applicant) ?? Promise.resolve()
  const mine = before.then(work, work)
  running.set(applicant, mine)
  try {
    return await mine
  } finally {
    if (running.get(applicant) === mine) running.delete(applicant)
  }
}

const IN_GENERAL: Topic = { thread: GENERAL, card: null, icon: null, title: null }
/** How long a group that refused a topic is not asked for one again. */
const REFUSED_S = 600

/** A group that is no forum, or forbids topics: cards go to the general chat, and managers hear so once. */
async function tellNoForum({ desk }: Card, speaker: Speaker, detail: string): Promise<void> {
  desk.log.warn({ detail }, 'no topic could be made')
  await desk.store.saveNote(NO_TOPICS, '1', REFUSED_S)
  if ((await desk.store.fact('staff.no-forum')) !== null) return
  const sent = await desk.messenger.say(desk.messenger.staffChat(), { html: desk.words.in(speaker.lang)('review.noForum') })
  if (sent.ok) await desk.store.saveFact('staff.no-forum', '1')
}

async function makeTopic(card: Card, speaker: Speaker, before: Topic = IN_GENERAL): Promise<Topic> {
  const made = await card.desk.messenger.makeTopic(card.title, card.icon)
  const topic: Topic = made.ok ? { thread: made.thread, card: null, icon: card.icon, title: card.title } : before
  if (!made.ok) await tellNoForum(card, speaker, made.detail)
  // On record before anything is said in it: a crash must not make a second topic.
  await card.desk.store.saveTopic(card.applicant, topic)
  return topic
}

async function sayCard(card: Card, topic: Topic): Promise<Sent> {
  const { desk } = card
  const sent = await desk.messenger.say(desk.messenger.staffChat(), card.screen, threadOf(topic))
  if (!sent.ok) return sent
  await desk.store.saveTopic(card.applicant, { ...topic, card: sent.message, drawn: lookOf(card.screen) })
  if (topic.thread !== GENERAL) await desk.messenger.pin(desk.messenger.staffChat(), sent.message)
  return sent
}

const isLost = (sent: Sent): boolean => !sent.ok && (sent.reason === 'gone' || /thread not found|topic_deleted|topic_id_invalid/i.test(sent.detail))

const lookOf = (screen: Outgoing): string => createHash('sha256').update(JSON.stringify(screen)).digest('base64url').slice(0, 16)

async function editCard({ desk, applicant, screen }: Card, topic: Topic): Promise<boolean> {
  if (topic.card === null) return false
  const drawn = lookOf(screen)
  // An edit counts like a message: several changes that end in the same card cost the group nothing.
  if (topic.drawn === drawn) return true
  const sent = await desk.messenger.change(desk.messenger.staffChat(), topic.card, screen)
  if (sent.ok) await desk.store.saveTopic(applicant, { ...topic, drawn })
  return sent.ok || /not modified/i.test(sent.detail)
}

/** Edits the card in place; a lost card is written anew, a lost topic is made again. Throws when even that is refused. */
async function putCard(card: Card, topic: Topic, speaker: Speaker): Promise<void> {
  if (await editCard(card, topic)) return
  const sent = await sayCard(card, topic)
  if (sent.ok) return
  // Only for a topic that is gone: a card refused for another fault would make a topic at every try.
  const again = topic.thread !== GENERAL && isLost(sent) ? await sayCard(card, await makeTopic(card, speaker)) : sent
  if (!again.ok) throw new Error(`the card was refused: ${again.reason}`)
}

/** A card in the general chat moves into a topic once the group lets topics be made; a link stays where it stood. */
async function topicFor(card: Card, speaker: Speaker): Promise<Topic> {
  const { desk, applicant } = card
  const known = await desk.store.topic(applicant)
  if (known && (known.thread !== GENERAL || (await desk.store.note(NO_TOPICS)) !== null)) return known
  const made = await makeTopic(card, speaker, known ?? IN_GENERAL)
  const link = topicLink(desk.messenger.staffChat(), made)
  if (known?.card && link) await desk.messenger.change(desk.messenger.staffChat(), known.card, { html: `<a href="${link}">${escapeHtml(card.title)}</a>` })
  return made
}

/** Title and icon follow the case; each change is a message to the group, so only real ones are made. */
async function dress({ desk, applicant, title, icon }: Card): Promise<void> {
  const topic = await desk.store.topic(applicant)
  if (!topic || topic.thread === GENERAL || (topic.title === title && topic.icon === icon)) return
  const change = { ...(topic.title === title ? {} : { title }), ...(topic.icon === icon ? {} : { icon }) }
  await desk.messenger.changeTopic(topic.thread, change)
  await desk.store.saveTopic(applicant, { ...topic, title, icon })
}

const newest = (cases: Case[]): Case | undefined => cases.toSorted((a, b) => (a.sentAt ?? 0) - (b.sentAt ?? 0)).at(-1)

const URGENCY: Status[] = ['sent', 'review', 'returned', 'sending', 'accepted', 'closed']

/** The case that staff should see to first. */
const mostUrgent = (cases: [Case, ...Case[]]): Case => {
  const rank = ({ status }: Case): number => { const at = URGENCY.indexOf(status); return at < 0 ? URGENCY.length : at }
  return cases.reduce((first, each) => (rank(each) < rank(first) ? each : first))
}

/** Which of an applicant's cases the card shows: the one asked for while staff have to do with it, else the newest that is. */
function shownOf(asked: Case, cases: Case[], force: boolean): Case {
  if (force || isWithStaff(asked.status)) return asked
  return newest(cases.filter((each) => isWithStaff(each.status))) ?? asked
}

/**
 * The effect `card`: one permanent topic per applicant, in it one pinned card, edited in place. Repeating it is harmless.
 * `force` shows this case though another one of the applicant waits. Throws on an outage; the queue tries again.
 */
export async function postCard(desk: Desk, job: { case: string; force?: boolean }): Promise<void> {
  const asked = await desk.store.load(job.case)
  const applicant = asked?.applicant
  if (!asked || !applicant || asked.number === null) return
  await alone(applicant, async () => {
    const ids = await desk.store.casesOf(applicant)
    const loaded = await Promise.all(ids.map((id) => desk.store.load(id)))
    const cases = loaded.filter((each) => each !== null && each.number !== null) as Case[]
    const found = shownOf(cases.find(({ id }) => id === asked.id) ?? asked, cases, job.force ?? false)
    const speaker = speakerOf(desk, await staffLang(desk))
    const request = { found, others: cases.filter(({ id }) => id !== found.id), audit: await desk.store.audit(found.id) }
    const card: Card = { desk, applicant, title: titleOf(desk, found, speaker), icon: iconOf(mostUrgent([found, ...cases])), screen: cardScreen(desk, request, speaker) }
    await putCard(card, await topicFor(card, speaker), speaker)
    await dress(card)
  })
}
