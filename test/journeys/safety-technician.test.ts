import { afterAll, beforeAll, expect, it } from 'vitest'
import { sha256 } from '../support/bag.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { reviewerOf, takes, topicOf } from '../support/reviewer.ts'
import { tells } from '../support/tells.ts'
import { pdfOf } from '../support/pdf.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct() })
afterAll(() => product.stop())

it('a safety technician of category II with two jobs goes in English to acceptance, through a restart', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Dana', language: 'en' })
  await me.start()
  await tells(me, [
    '[English]', '[Begin]', '[I agree]', 'safety technician', /^Occupational safety and health technician/, /II/, '[For myself]', '[My own wish]', '[Voucher]', '05.11.2026',
    'Dana Omarova', '[I confirm]', '[No IIN, or not accepted]', '5 March 1992',
  ])
  // The answers live in the case: a restart in the middle loses nothing and asks on.
  await product.restart()
  await tells(me, [
    '[Kazakhstan]', '[Passport]', 'N12345678', '+7 705 111 22 33', 'Aktobe', '[Russian]', '[Not needed]',
    '[College (TVE)]', 'Aktobe college', 'Labour protection', /^Kazakhstan/, '[Yes]', '2012', '[No]',
    '[Yes]', 'Plant One', 'Safety technician', '[Skip]', '[I have none]', '06.2014–09.2019', '[Work book]', '[Done]', '[Yes]',
    'Mine Two', 'Safety technician', '[Skip]', '[I have none]', 'from October 2019 until now', '[Pension extract]', '[Done]', '[No]', '[No]', '[All is right]',
  ])
  const list = await me.expects('Your list of documents')
  expect(list.text).toMatch(/Required[^]*identity[^]*education[^]*work/i)
  await me.presses(/identity/i)
  await me.sendsAlbum([await photoOf('IDENTITY CARD', { seed: 8 }), await photoOf('IDENTITY CARD BACK', { seed: 9 })])
  await me.expects(/Received[^]*2 pages/)
  await me.presses('To the list')
  await me.presses(/education document/i)
  const diploma = await pdfOf([await photoOf('DIPLOMA', { seed: 10 }), await photoOf('SUPPLEMENT', { seed: 11 })])
  await me.sendsFile(diploma, 'diploma.pdf', 'application/pdf')
  await me.expects(/Received[^]*2 pages/)
  await me.presses('To the list')
  await me.presses('Send for checking')
  await me.expects(/Not sent yet[^]*Why/)
  await tells(me, ['[I am waiting for it]', '[I confirm]', '[I know and keep them]', '[Send for checking]'])
  await me.expects('in the queue')

  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Omarova')
  await reviewer.inGroup(thread).expects(/26-0001[^]*НЕПОЛН/)
  const handed = await takes(reviewer, thread)
  expect([...handed.originals.values()].map(sha256)).toContain(sha256(diploma))
  // A paper is missing: the first press only says so.
  expect((await reviewer.inGroup(thread).presses('Принять всё')).text).toContain('Есть открытые вопросы')
  await reviewer.inGroup(thread).presses('Принять всё')
  await me.expects(/Occupational|bring them to the centre/)
  await me.expects('How to file')
  expect(product.errors).toEqual([])
})
