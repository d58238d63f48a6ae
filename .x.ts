import path from 'node:path'
import { newId } from './src/lib/ids.ts'
import { loadCatalogue } from './src/storage/catalogue-files.ts'
import { sentCase } from './test/review/sent-case.ts'
import { photoOf } from './test/support/photo.ts'
import { startProduct } from './test/support/product.ts'
import { peek } from './test/support/record.ts'
const product = await startProduct({ overrides: { sweepMs: 300 } })
const catalogue = await loadCatalogue('catalogue'); if (!catalogue.ok) throw 0
const picture = await photoOf('ЖЕКЕ КУӘЛІК')
await peek(product, async ({ store, vault }) => {
  const app = { store, vault, newId, catalogue: catalogue.catalogue } as any
  for (let n = 1; n <= 40; n++) {
    const sent = await sentCase(app, { number: `26-${String(n).padStart(4, '0')}`, account: 10_000 + n, applicant: `i-${n}`, answers: { name: `Ахметов Адам №${n}` }, picture })
    await store.save({ case: { ...sent, sentAt: Date.now() - n * 86400_000/3 }, expected: sent.revision, update: null, effects: [{ kind: 'card', case: sent.id }] })
  }
})
const r = await product.sim.person({ firstName: 'Гүлнар', language: 'ru', staff: 'member' })
await r.start('x')
const wait = (ms: number) => new Promise((ok) => setTimeout(ok, ms))
await wait(9000)
const g = r.inGroup()
for (const w of ['/help', '/queue', '/find ахметов', '/stats', '/next']) { await g.says(w); await wait(2500) }
const show = (ms: any[]) => ms.map((m) => `#${m.message_id} ${m.from?.is_bot ? 'BOT' : m.from?.first_name}: ${m.text ?? m.caption ?? Object.keys(m).join()}\n${(m.reply_markup?.inline_keyboard ?? []).map((row: any) => '   ' + row.map((b: any) => `[${b.text}]`).join(' ')).join('\n')}`).join('\n')
console.log('GENERAL', show(await product.sim.groupMessages(0)))
const topics = await product.sim.topics()
console.log(topics.length, JSON.stringify(topics[0]), JSON.stringify(topics.at(-1)))
const mine = topics.find((t: any) => t.name.includes('№40'))!
const d = r.inGroup(mine.thread)
await d.presses(/Ещё/); await wait(800)
console.log('TOPIC', show(await product.sim.groupMessages(mine.thread)))
await d.presses(/Вернуть…/).catch((e) => console.log(String(e).slice(0, 3000))); await wait(800)
console.log('TOPIC', show(await product.sim.groupMessages(mine.thread)))
await wait(4000)
console.log('PRIVATE', show(await r.messages()))
console.log(product.errors)
await product.stop()
process.exit(0)
