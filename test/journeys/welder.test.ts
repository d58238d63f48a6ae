import { afterAll, beforeAll, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { tells } from '../support/tells.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('a welder goes in Kazakh from /start to the decision', async () => {
  const me = await product.sim.person({ firstName: 'Серік', language: 'kk' })
  await me.start()
  await tells(me, [
    '[Қазақша]', '[Бастау]', '[Келісемін]', 'данекерлеуши', /Электр газбен дәнекерлеуші/, /^6/, '[Өзім үшін]', '[Өз қалауым]', '[Өзім]',
    'Сериков Серік Серікұлы', '[Растаймын]', '900101300017', '1 қаңтар 1990', '[Қазақстан]', /Нөмірімді/, 'Ақсу қаласы, Абай көшесі 1', '[Қазақша]', '[Керек емес]',
    '[Колледж]', 'Ақсу колледжі', 'Дәнекерлеуші', /^Қазақстан/, '[Иә]', '2009', '[Жоқ]',
    '[Иә]', 'Ақсу ферроқорытпа зауыты', 'Дәнекерлеуші', '5', '03.2015 бастап қазірге дейін', '[Еңбек кітапшасы]', '[Жоқ]', '[Жоқ]', '[Бәрі дұрыс]',
  ])
  await me.expects('Сіздің құжаттар тізбеңіз')
  await me.presses(/Жеке басты куәландыратын/)
  await me.sendsAlbum([await photoOf('ЖЕКЕ КУӘЛІК', { seed: 1 }), await photoOf('ЖЕКЕ КУӘЛІК АРТЫ', { seed: 2 })])
  await me.expects(/Алдым.*2 бет/s)
  await me.presses('Тізімге')
  await me.expects('Сіздің құжаттар тізбеңіз')
  await me.sendsPhoto(await photoOf('ДИПЛОМ', { seed: 3 }))
  await me.expects('Бұл қай құжат?')
  await me.presses(/Білім туралы құжат/)
  await me.expects('Орнына қойылды')
  await me.sendsPhoto(await photoOf('ҚОСЫМША', { seed: 4 }))
  await me.expects(/Алдым.*Білім туралы/s)
  await me.presses('Тізімге')
  await me.presses('Тексеруге жіберу')
  await tells(me, ['[Растаймын]', '[Таныстым]', '[Тексеруге жіберу]'])
  await me.expects('кезекте')
  await me.expects(/26-0001/)
  await new Promise((r) => setTimeout(r, 4000))
  console.log((await me.transcript()).slice(-1500))
  const boss = await product.sim.person({ firstName: 'Гүлнар', language: 'kk', staff: 'member' })
  await boss.start()
  const [topic] = await product.sim.topics()
  const desk = boss.inGroup(topic!.thread)
  console.log(await desk.transcript())
  await desk.presses(/Взять/)
  await new Promise((r) => setTimeout(r, 3000))
  console.log(await desk.transcript())
  console.log(await boss.transcript())
  await desk.presses(/Принять/)
  await new Promise((r) => setTimeout(r, 2000))
  console.log(await desk.transcript())
  console.log((await me.transcript()).slice(-1500))
  console.log(JSON.stringify(await product.sim.topics()).slice(0,500))
  expect(product.errors).toEqual([])
})
