import { afterEach, beforeEach, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { until } from '../support/waiting.ts'
import { seedPeople } from './crowd.ts'

let product: TestProduct
const managers: number[] = []
const noon = Date.parse('2026-11-30T07:00:00Z')
let shift = 0
const clock = { now: () => Date.now() + shift, today: () => new Date(Date.now() + shift + 5 * 3600_000).toISOString().slice(0, 10) }
beforeEach(async () => {
  shift = noon - Date.now()
  product = await startProduct({ config: { managerIds: managers }, overrides: { clock, tendMs: 300, noticesPerSecond: 200 } })
})
afterEach(async () => { managers.length = 0; await product.stop() })

type Person = Awaited<ReturnType<TestProduct['sim']['person']>>

async function manager(): Promise<Person> {
  const one = await product.sim.person({ firstName: 'Басшы', language: 'ru', staff: 'member' })
  managers.push(one.id)
  await one.start('x')
  await one.presses(/Русский/)
  return one
}

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
  shift += 72 * 3600_000
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
