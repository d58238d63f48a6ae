import type { SimulatedPerson } from '../../simulator/client.ts'
import { photoOf } from './photo.ts'
import { type Line, tells } from './tells.ts'
import { pause, until } from './waiting.ts'

export type Told = { name?: string; iin?: string; birth?: string; place?: string; school?: string; employer?: string; position?: string }

/** What a welder says in Kazakh from /start to the checklist, with other values where a test cares for them. */
export const welderLines = (told: Told = {}): Line[] => [
  '[Қазақша]', '[Бастау]', '[Келісемін]', 'данекерлеуши', /Электр газбен дәнекерлеуші/, /^6/, '[Өзім үшін]', '[Өз қалауым]', '[Өзім]',
  told.name ?? 'Сериков Серік Серікұлы', '[Растаймын]', told.iin ?? '900101300017', told.birth ?? '1 қаңтар 1990', '[Қазақстан]', '[Жеке куәлік]', '012345678', /Нөмірімді/,
  told.place ?? 'Ақсу қаласы, Абай көшесі 1', '[Қазақша]', '[Керек емес]',
  '[Колледж]', told.school ?? 'Ақсу колледжі', 'Дәнекерлеуші', /^Қазақстан/, '[Иә]', '2009', '[Жоқ]',
  '[Иә]', told.employer ?? 'Ақсу ферроқорытпа зауыты', told.position ?? 'Дәнекерлеуші', '5', '03.2015 бастап қазірге дейін', '[Еңбек кітапшасы]', '[Дайын]',
  '[Жоқ]', '[Жоқ]', '[Бәрі дұрыс]',
]
/** How many lines stand before that question's answer. */
export const BEFORE = { consent: 2, name: 9, iin: 11, birth: 12, place: 17, employer: 28 }

/** A number with a right checksum for one born on 2 February of that year (Gov. resolution No 853); men of the last century. */
export function bornIn(year: number): Required<Pick<Told, 'iin' | 'birth'>> {
  const sum = (digits: number[], from: number): number => digits.reduce((all, digit, at) => all + digit * (((at + from - 1) % 11) + 1), 0) % 11
  for (let serial = 1; ; serial++) {
    const digits = [...`${String(year).slice(2)}02023${String(serial).padStart(4, '0')}`].map(Number)
    const check = sum(digits, 1) === 10 ? sum(digits, 3) : sum(digits, 1)
    if (check < 10) return { iin: `${digits.join('')}${check}`, birth: `02.02.${year}` }
  }
}

export async function toChecklist(me: SimulatedPerson, told: Told = {}): Promise<void> {
  await me.start()
  await tells(me, welderLines(told))
  await me.expects('Сіздің құжаттар тізбеңіз')
}

/** At the checklist, with the identity document open for pages. */
export async function toIdentity(me: SimulatedPerson, told: Told = {}): Promise<void> {
  await toChecklist(me, told)
  await me.presses(/Жеке басты куәландыратын/)
  await me.expects(/фотосын/)
}

/** From the checklist to the queue, whatever is missing. */
export async function sendsOff(me: SimulatedPerson): Promise<void> {
  await me.presses('Тексеруге жіберу')
  await until('the declaration', async () => {
    // The filled form may come after the question.
    const buttons = (await me.messages()).slice(-2).map((message) => JSON.stringify(message.reply_markup ?? ''))
    const reason = buttons.map((each) => /q:[a-z0-9]+:missing[^"]+/.exec(each)?.[0]).findLast(Boolean)
    if (reason) await me.presses({ data: reason })
    return buttons.some((each) => each.includes(':declaration:'))
  })
  await tells(me, ['[Растаймын]', '[Таныстым]', '[Тексеруге жіберу]'])
  await me.expects('кезекте')
}

/** A welder whose two pages are with the staff. */
export async function toQueue(me: SimulatedPerson, told: Told = {}): Promise<void> {
  await toIdentity(me, told)
  await me.sendsPhoto(await photoOf('ЖЕКЕ КУӘЛІК', { seed: 3 }))
  await me.expects(/Алдым/)
  await me.presses('Тізімге')
  await me.presses(/Білім туралы/)
  await me.expects(/фотосын/)
  await me.sendsPhoto(await photoOf('ДИПЛОМ', { seed: 4 }))
  await me.expects(/Алдым/)
  await me.presses('Тізімге')
  await sendsOff(me)
  await pause(100)
}
