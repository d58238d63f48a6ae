import { otherReadings } from '../reading/keyboard.ts'
import { fold } from '../reading/normal.ts'

/** Words that mean a button of the last rows, folded, in the three languages; typed instead of pressing it. */
const PHRASES = {
  back: ['артка', 'артка кайту', 'кайту', 'назад', 'вернуться', 'вернуться назад', 'обратно', 'back', 'go back'],
  unknown: ['билмеймин', 'есимде жок', 'умытып калдым', 'не знаю', 'не помню', 'забыл', 'забыла', 'не в курсе', 'i do not know', 'i don t know', 'dont know', 'i forgot', 'айтпаймын', 'айткым келмейди', 'не скажу', 'не хочу говорить', 'rather not say'],
  skip: ['откизип жиберу', 'откизип жибер', 'откизу', 'пропустить', 'пропусти', 'пропустить вопрос', 'skip'],
  help: ['комек', 'комек керек', 'комектес', 'помощь', 'помоги', 'помогите', 'не понимаю', 'не понял', 'не поняла', 'тусинбедим', 'тусинбеймин', 'help', 'help me'],
  later: ['кейин', 'кейинирек', 'кейин жалгастырамын', 'позже', 'потом', 'продолжу позже', 'later'],
  language: ['тил', 'тилди ауыстыру', 'язык', 'сменить язык', 'поменять язык', 'language', 'change language'],
} as const satisfies Record<string, readonly string[]>
export type Steering = keyof typeof PHRASES

/** Which button a short line means; null for anything else. Any keyboard will do. */
export function steeringIn(text: string): Steering | null {
  if (text.length > 40) return null
  const typed = [text, ...otherReadings(text)].map(fold)
  const found = Object.entries(PHRASES).find(([, phrases]) => typed.some((each) => (phrases as readonly string[]).includes(each)))
  return found ? (found[0] as Steering) : null
}
