import { afterEach, beforeEach, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { managerOf, noonClock } from '../support/managing.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { pause, until } from '../support/waiting.ts'
import { seedPeople } from './crowd.ts'

let product: TestProduct
const managers: number[] = []
let clock: ReturnType<typeof noonClock>
beforeEach(async () => {
  clock = noonClock()
  product = await startProduct({ config: { managerIds: managers }, overrides: { clock, tendMs: 300, noticesPerSecond: 200 } })
})
afterEach(async () => { managers.length = 0; await product.stop() })

type Person = Awaited<ReturnType<TestProduct['sim']['person']>>

const manager = (): Promise<Person> => managerOf(product, managers)

async function three(): Promise<Person[]> {
  const all = await Promise.all([0, 1, 2].map((n) => product.sim.person({ firstName: `Адам${n}`, language: 'kk' })))
  for (const each of all) await each.start()
  await seedPeople(product, all.map(({ id }, n) => ({ account: id, lang: 'kk' as const, number: `26-000${n + 1}`, status: n === 2 ? 'returned' as const : 'collecting' as const })))
  return all
}

it('a picture with a caption goes to the people of a list, in the language there is; after 48 hours only its words can be taken back', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const [one, other, last] = await three() as [Person, Person, Person]
  await boss.says('/notice')
  await boss.presses('Картинка, файл…')
  await boss.says('какая картинка?')
  await boss.expects('Нужна картинка')
  await boss.sendsPhoto(await photoOf('ХАБАРЛАНДЫРУ'), { caption: 'Схема проезда' })
  await boss.expects('«Схема проезда»')
  await boss.presses('Кому…')
  await boss.presses('По списку…')
  await boss.says('все сварщики')
  await boss.expects('Только номера')
  await boss.says('26-0001, № 26-0003')
  await boss.expects('Получат, человек: 2')
  await boss.presses('Готово')
  await boss.presses('Отправить…')
  await boss.expects('Получат, человек: 2')
  await boss.says('2')
  await until('the picture', async () => (await one.messages()).some(({ photo, caption }) => photo && caption === 'Схема проезда'))
  await until('the end', async () => (await boss.messages()).some(({ text }) => /завершено[^]*Доставлено: 2/.test(text ?? '')))
  expect((await other.messages()).some(({ caption }) => caption === 'Схема проезда')).toBe(false)
  expect((await last.messages()).some(({ caption }) => caption === 'Схема проезда')).toBe(true)
  clock.move(72 * 3600_000)
  await product.sim.advance(72 * 3600_000)
  await boss.presses('Отозвать')
  await until('what could be done', async () => (await boss.messages()).some(({ text }) => /завершено[^]*заменён только текст: 2/.test(text ?? '')))
  expect((await one.messages()).some(({ caption }) => caption?.includes('қайтарып алды'))).toBe(true)
})

it('a colleague who is no manager may not; in the group the composer takes replies, and other talk stays talk', { timeout: 60_000 }, async () => {
  const boss = await manager()
  const [, , waiting] = await three() as [Person, Person, Person]
  const colleague = await product.sim.person({ firstName: 'Гүлнар', language: 'ru', staff: 'member' })
  await colleague.inGroup().says('/notice')
  await colleague.inGroup().expects('только для руководителей')
  // A group that strangers can read: they hear nothing at all.
  const stranger = await product.sim.person({ firstName: 'Бөтен', language: 'ru', staff: 'member' })
  await product.sim.faults({ method: 'getChatMember', user_id: stranger.id, times: -1, error_code: 400, description: 'Bad Request: PARTICIPANT_ID_INVALID' })
  const said = (await product.sim.groupMessages(0)).filter(({ from }) => from?.is_bot).length
  await stranger.inGroup().says('/notice')
  await pause(400)
  expect((await product.sim.groupMessages(0)).filter(({ from }) => from?.is_bot)).toHaveLength(said)
  const group = boss.inGroup()
  await group.says('/notice')
  await group.expects('черновик')
  await group.presses('Русский')
  const asked = await group.expects('Пришлите текст')
  await group.says('коллеги, обед в час')
  await group.replies(asked, 'Ждём ваши документы')
  await group.expects('«Ждём ваши документы»')
  await group.presses('Кому…')
  await group.presses('Возвращено, ждём')
  await group.expects('Получат, человек: 1')
  await group.presses('Готово')
  await expect(colleague.inGroup().presses('Отправить…')).resolves.toMatchObject({ text: expect.stringContaining('только для руководителей') })
  await group.presses('Отправить…')
  await group.replies(await group.expects('напишите это число'), '1')
  await waiting.expects('Ждём ваши документы')
})

it('a text too long for a caption is said so; a draft can be thrown away; an old button says that it is old', { timeout: 60_000 }, async () => {
  const boss = await manager()
  await three()
  await boss.says('/notice')
  const empty = await boss.expects('Текста ещё нет')
  await boss.presses('Русский')
  await boss.says('ы'.repeat(1500))
  await boss.expects('«ыыы')
  await boss.presses('Картинка, файл…')
  await boss.sendsPhoto(await photoOf('X'))
  await boss.expects('до 1024 знаков')
  await boss.presses('Картинка, файл…')
  await boss.says('-')
  await boss.presses('Отправить…')
  await boss.expects('Получат, человек: 3')
  await boss.says('/notice')
  await boss.expects('№ 2')
  await boss.presses('Удалить')
  await boss.expects('Черновик удалён')
  expect(empty.text).toContain('№ 1')
})
