import { afterAll, beforeAll, expect, it } from 'vitest'
import { lacks, pdfText, sha256 } from '../support/bag.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { reviewerOf, takes, topicOf } from '../support/reviewer.ts'
import { tells } from '../support/tells.ts'
import { until } from '../support/waiting.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('a welder with experience goes in Kazakh from /start to the decision', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Серік', language: 'kk' })
  await me.start()
  await tells(me, [
    '[Қазақша]', '[Бастау]', '[Келісемін]', 'данекерлеуши', /Электр газбен дәнекерлеуші/, /^6/, '[Өзім үшін]', '[Өз қалауым]', '[Өзім]',
    'Сериков Серік Серікұлы', '[Растаймын]', '900101300017', '1 қаңтар 1990', '[Қазақстан]', '[Жеке куәлік]', '012345678', /Нөмірімді/, 'Ақсу қаласы, Абай көшесі 1', '[Қазақша]', '[Керек емес]',
    '[Колледж]', 'Ақсу колледжі', 'Дәнекерлеуші', /^Қазақстан/, '[Иә]', '2009', '[Жоқ]',
    '[Иә]', 'Ақсу ферроқорытпа зауыты', 'Дәнекерлеуші', '5', '03.2015 бастап қазірге дейін', '[Еңбек кітапшасы]', '[Дайын]', '[Жоқ]', '[Жоқ]', '[Бәрі дұрыс]',
  ])
  const list = await me.expects('Сіздің құжаттар тізбеңіз')
  expect(list.text).toMatch(/Міндетті[^]*Жеке басты куәландыратын құжат[^]*Білім туралы құжат[^]*Керек емес[^]*Еңбек қызметін растайтын құжат/)

  await me.presses(/Жеке басты куәландыратын/)
  await me.expects('Тану қағидалары, № 374')
  const card = await me.sendsAlbum([await photoOf('ЖЕКЕ КУӘЛІК', { seed: 1 }), await photoOf('ЖЕКЕ КУӘЛІК АРТЫ', { seed: 2 })])
  await me.expects(/Алдым.*2 бет/s)
  await me.presses('Тізімге')
  await me.expects('Сіздің құжаттар тізбеңіз')

  // Sent at another moment: it is asked a home, and the next page follows.
  const diploma = await me.sendsPhoto(await photoOf('ДИПЛОМ', { seed: 3 }))
  await me.expects('Бұл қай құжат?')
  await me.presses(/Білім туралы құжат/)
  await me.expects('Орнына қойылды')
  const supplement = await me.sendsPhoto(await photoOf('ҚОСЫМША', { seed: 4 }))
  await me.expects(/Алдым.*Білім туралы/s)
  await me.presses('Тізімге')
  await me.expects('Міндетті құжаттардың бәрі бар')

  await me.presses('Тексеруге жіберу')
  await me.expects('Өтініштің толтырылған үлгісі')
  await tells(me, ['[Растаймын]', '[Таныстым]', '[Тексеруге жіберу]'])
  await me.expects(/26-0001[^]*кезекте/)
  const list2 = await me.expects(/26-0001 іс\. Сіздің құжаттар тізбеңіз/)
  expect(list2.document?.file_name).toContain('26-0001')

  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Сериков')
  const desk = reviewer.inGroup(thread)
  const handed = await takes(reviewer, thread)
  const sent = await Promise.all([...card, diploma, supplement].map((each) => me.downloads(each)))
  const originals = [...handed.originals].filter(([name]) => name.endsWith('.jpg'))
  expect(originals.map(([name]) => name)).toEqual(['01-identity-1.jpg', '01-identity-2.jpg', '02-education-1.jpg', '02-education-2.jpg'])
  expect(originals.map(([, bytes]) => sha256(bytes))).toEqual(sent.map(sha256))
  if (!lacks('pdftotext')) {
    const words = pdfText(handed.pdf)
    for (const each of ['26-0001', 'Сериков Серік Серікұлы', '900101300017', 'Ақсу ферроқорытпа зауыты', 'Қай айдан қай айға дейін?', '№ 374']) expect(words).toContain(each)
  }

  await desk.presses('Принять всё')
  await me.expects(/қабылдады[^]*Өтінішті қалай беру керек/)
  // The candidate may hear it before the topic's icon has followed.
  await until('the icon', async () => (await product.sim.topics()).every(({ icon }) => icon === '✅'))
  expect((await product.sim.topics()).map(({ name, icon }) => [name, icon])).toEqual([['Сериков Серік Серікұлы · Электрогазосварщик', '✅']])
  expect(product.errors).toEqual([])
})
