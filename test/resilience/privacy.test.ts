import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dumpRedis } from '../support/dump.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { caseOf } from '../support/record.ts'
import { reviewerOf, takes, topicOf } from '../support/reviewer.ts'
import { pause } from '../support/waiting.ts'
import { bornIn, toIdentity, toQueue } from '../support/welder.ts'

let product: TestProduct
beforeAll(async () => { product = await startProduct({ overrides: { snapshotMs: 300 } }) })
afterAll(() => product.stop())

const SECRET = { name: 'Құпияжанов Дәулет', iin: '900101300017', place: 'Құпия көшесі 77', school: 'Құпиямектеп', employer: 'Құпиязауыт', position: 'Құпиякәсіп' }
const NOTE = 'Түзетіңіз-жеке-ескертпе'
const WORDS = ['Құпияжанов', 'Дәулет', SECRET.iin, 'Құпия көшесі', 'Құпиямектеп', 'Құпиязауыт', 'Құпиякәсіп', '77001234567', NOTE, 'Гүлнар']

/** Names and bytes of every file of the vault. */
async function vaultText(): Promise<string> {
  const entries = await readdir(product.vaultDir, { recursive: true, withFileTypes: true })
  const files = entries.filter((each) => each.isFile()).map((each) => path.join(each.parentPath, each.name))
  return (await Promise.all(files.map(async (file) => `${file}\n${await readFile(file, 'utf8')}`))).join('\n')
}

const leaks = async (): Promise<string[]> => {
  const all = [await dumpRedis(product.redis.url), await vaultText(), ...product.errors].join('\n')
  return WORDS.filter((word) => all.includes(word))
}

it('neither Redis nor the vault nor the log shows a word of a person, from sending through review to the return', { timeout: 60_000 }, async () => {
  const me = await product.sim.person({ firstName: 'Дәулет', lastName: 'Құпияжанов', language: 'kk', phone: '77001234567' })
  await toQueue(me, SECRET)
  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Құпияжанов')
  expect(await leaks()).toEqual([])
  await takes(reviewer, thread)
  const desk = reviewer.inGroup(thread)
  await desk.presses(/Вернуть…/)
  await desk.presses({ data: /:item:identity/ })
  await desk.presses({ data: /:reason:/ })
  await desk.presses({ data: /:note/ })
  await desk.says(NOTE)
  await desk.expects(NOTE)
  expect(await leaks()).toEqual([])
  await desk.presses({ data: /:send/ })
  await me.expects(NOTE)
  await pause(600)
  expect(await leaks()).toEqual([])
})

it('before consent nothing but account, language and update ids is kept, and no file is fetched', async () => {
  const me = await product.sim.person({ firstName: 'Ерте', lastName: 'Құпияжанов', username: 'qupia_user', language: 'kk' })
  await me.start()
  await me.presses('Қазақша')
  await me.says(`Менің атым ${SECRET.name}, ЖСН ${SECRET.iin}`)
  const before = (await product.sim.log()).filter(({ method }) => method === 'getFile').length
  await me.sendsPhoto(await photoOf('ЕРТЕ'))
  await me.expects(/./)
  expect((await product.sim.log()).filter(({ method }) => method === 'getFile')).toHaveLength(before)
  const dump = await dumpRedis(product.redis.url)
  for (const word of [...WORDS, 'Ерте', 'qupia_user']) expect(dump).not.toContain(word)
})

it('who erases the data leaves only the line that the case was erased', async () => {
  const me = await product.sim.person({ firstName: 'Өшір', language: 'kk' })
  await toIdentity(me, bornIn(1980))
  await me.sendsPhoto(await photoOf('ӨШІР'))
  await me.expects(/Алдым/)
  const { id } = await caseOf(product, me.id)
  await me.says('/mydata')
  await me.presses({ data: `E:${id}` })
  await me.presses({ data: `F:${id}` })
  await me.expects(/./)
  const files = (await readdir(product.vaultDir, { recursive: true })).filter((each) => each.includes(id))
  expect(files).toEqual([`global/erased-${id}`])
  // The queue's short list of past events holds ids of jobs, and nothing behind them any more.
  const lines = (await dumpRedis(product.redis.url)).split('\n').filter((line) => line.includes(id) && !line.startsWith('q:effects:events'))
  expect(lines).toEqual([])
})
