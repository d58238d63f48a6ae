import { fold } from './normal.ts'
import { ok, refuse } from './outcome.ts'
import type { Outcome } from './outcome.ts'

const words = (line: string): ReadonlySet<string> => new Set(line.split(' '))

const yes = words('иа йа ия ие иаа ийа ья да дада ага угу бар болады дурыс келисемин макул жарайды ок окей верно правильно ia iya '
  + 'согласен согласна есть yes y yeah yep ok okay agree correct true д')
const surely = words('арине конечно sure разумеется')
const no = words('жок жоко йок джок нет неа нету неверно неправильно болмайды келиспеймин joq zhoq jok zhok net no n nope nah false ж н')
const negations = words('не емес ни not никак')
const plainNo = words('жок нет нету no net joq')
const longest = 6
const shortest = 3

/** Reads yes or no in three languages, with the signs people use for them. Refusal: yes-no.unreadable. */
export function readYesNo(text: string): Outcome<boolean> {
  const sign = text.trim().replace(/[\uFE0F\u{1F3FB}-\u{1F3FF}]/gu, '')
  if (/^(?:\++|👍|👌|✅|✔|☑|🆗)+$/u.test(sign)) return ok(true)
  if (/^(?:[-–—−]+|👎|❌|✖|🚫|⛔)+$/u.test(sign)) return ok(false)
  return vote(fold(text).split(' '))
}

/** The first word decides, unless a later one says the contrary: «да нет» is asked again. */
function vote(said: string[]): Outcome<boolean> {
  const [first = ''] = said
  const negated = said.some(word => negations.has(word))
  const refused = said.some(word => no.has(word))
  if (said.length > longest) return refuse('yes-no.unreadable')
  if (no.has(first)) return said.some(isPlainYes) ? refuse('yes-no.unreadable') : ok(false)
  if (negated) return isPlainDenial(said) ? ok(false) : refuse('yes-no.unreadable')
  if (surely.has(first)) return ok(!refused)
  // «больше нет», «басқа жоқ»: the last word says it, where the first one decides nothing.
  if (!yes.has(first) && said.length <= shortest && plainNo.has(said.at(-1) ?? '') && !said.some(isPlainYes)) return ok(false)
  return yes.has(first) && !refused ? ok(true) : refuse('yes-no.unreadable')
}

/** «Да» inside a Kazakh phrase only means "too": «жоқ, ол да жоқ». */
function isPlainYes(word: string): boolean {
  return word !== 'да' && yes.has(word)
}

/** «не согласен», «дұрыс емес», "not correct": a yes-word and a negation, and nothing else. */
function isPlainDenial(said: string[]): boolean {
  const rest = said.filter(word => !negations.has(word))
  const [word = ''] = rest
  return rest.length === 1 && yes.has(word) && !words('да иа ия ие yes ага').has(word)
}
