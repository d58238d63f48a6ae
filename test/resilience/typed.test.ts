import { afterAll, beforeAll, expect, it } from 'vitest'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { topicOf } from '../support/reviewer.ts'
import { tells } from '../support/tells.ts'
import { BEFORE, bornIn, sendsOff, toIdentity, welderLines } from '../support/welder.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

/** What breaks markup, dates, papers and lookups, in one answer each. */
const NASTY = ['<b>Ivan</b> & <script>alert(1)</script>', '&lt;b&gt; &amp;amp;', '#import "x" $ x $ @ref <label> `raw` \\', '2015-13-45', 'שלום \u202Eabc', 'А\u0000Б\u0001В', '$t(chat.welcome) {{name}}', '__proto__', '👩‍👩‍👧‍👦'.repeat(8)]
/** What is refused wherever words are expected, or too long for a message. */
const REFUSED = ['ж'.repeat(4096), '👩‍👩‍👧‍👦'.repeat(300), '\u200b\u200b', '\u0301\u0301', '/unknown_command@other', 'abc\ud83d']

/** Questions answered with words or numbers that cannot be anything. */
const STRICT = [BEFORE.iin, BEFORE.birth]

it('at questions that want something else anything may be typed: always an answer, never an error', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: '<b>&"', lastName: '😀', language: 'kk' })
  await me.start()
  for (const [index, line] of welderLines().entries()) {
    for (const text of STRICT.includes(index) ? [...NASTY, ...REFUSED] : []) {
      await me.says(text)
      await me.expects(/./)
    }
    await tells(me, [line])
  }
  await me.expects('Сіздің құжаттар тізбеңіз')
  expect(product.errors).toEqual([])
})

it('names, places and firms full of markup come through summary, my data, card, papers and PDF', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Белгі', language: 'kk' })
  const [employer, school, place, position] = [NASTY.slice(0, 2).join(' '), NASTY[2], NASTY[3], NASTY.slice(4, 8).join(' ')]
  await toIdentity(me, { ...bornIn(1988), name: 'Белгілі Адам', employer, ...(school ? { school } : {}), ...(place ? { place } : {}), position })
  await me.sendsPhoto(await photoOf('ЖЕКЕ', { seed: 71 }))
  await me.expects(/Алдым/)
  await me.says('/mydata')
  await me.expects('Ivan')
  await me.says('/checklist')
  await sendsOff(me)
  const thread = await topicOf(product.sim, 'Белгілі')
  const boss = await product.sim.person({ firstName: 'Алия', language: 'ru', staff: 'member' })
  await boss.start('staff')
  await boss.inGroup(thread).presses(/Взять/)
  await boss.expects(/досье|PDF/i, { timeout: 20_000 })
  expect(product.errors).toEqual([])
})
