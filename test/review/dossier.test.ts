import { Ajv2020 } from 'ajv/dist/2020.js'
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { applicationPaper } from '../../src/app/dossier/application-paper.ts'
import { checklistPaper } from '../../src/app/dossier/checklist-paper.ts'
import { dossierPaper, identityPaper } from '../../src/app/dossier/dossier-paper.ts'
import { isSealed, seal } from '../../src/app/dossier/seal.ts'
import { sendChecklist, sendList } from '../../src/app/dossier/send-checklist.ts'
import { acceptAll } from '../../src/app/review/accept.ts'
import { dossierAgain } from '../../src/app/review/dossier-again.ts'
import { handover } from '../../src/app/review/handover.ts'
import { postCard } from '../../src/app/review/post-card.ts'
import { takeCase } from '../../src/app/review/take.ts'
import type { Case } from '../../src/domain/case/case.ts'
import { SealedIndex } from '../../src/domain/dossier/sealed.ts'
import { renderPaper } from '../../src/papers/render-paper.ts'
import { lacks } from '../support/bag.ts'
import { by, type DeskBed, makeDeskBed } from './desk-bed.ts'
import { makeRecorder, STAFF } from './recorder.ts'
import { AT, sentCase } from './sent-case.ts'

let bed: DeskBed
let count = 0
beforeAll(async () => { bed = await makeDeskBed() })
afterAll(() => bed.end())
beforeEach(() => { bed.messenger = makeRecorder(); bed.asked.length = 0; count += 1 })

const fresh = (more: object = {}): Promise<Case> => sentCase(bed, { number: `26-1${String(count).padStart(3, '0')}`, applicant: `d-${count}`, picture: bed.picture, ...more })
const sealing = { round: 1 }
const again = async (found: Case): Promise<Case> => (await bed.store.load(found.id)) as Case
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const namesIn = (zip: Uint8Array): Promise<Map<string, Buffer>> => new Promise((resolve, reject) => {
  const files = new Map<string, Buffer>()
  fromBuffer(Buffer.from(zip), { lazyEntries: true }, (error, opened) => {
    if (error) return reject(error)
    opened.on('end', () => resolve(files)).on('entry', (entry) => opened.openReadStream(entry, (_, stream) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part)).on('end', () => { files.set(entry.fileName.replace(/^[^/]+\/(data\/)?/, ''), Buffer.concat(parts)); opened.readEntry() })
    }))
    opened.readEntry()
  })
})

it('the dossier says everything: cover, answers as asked, checklist with clauses, consent, history, pages', async () => {
  const found = await fresh()
  const files = new Map([['page-aa-1.jpg', '/tmp/a.jpg'], ['page-bb-1.jpg', '/tmp/b.jpg']])
  const apart = await dossierPaper(bed, { found, sealing, files })
  const paper = await dossierPaper({ ...bed, centre: { ...bed.centre, identityOnPaper: 'cannot-identify' } }, { found, sealing, files })
  const text = JSON.stringify(paper)
  expect(paper.incomplete).toContain('Диплом колледжде қалды')
  expect(paper.groups).toMatchObject([{ heading: '1. Жеке басты куәландыратын құжат', pages: [{ file: '/tmp/a.jpg' }, { file: '/tmp/b.jpg' }] }])
  expect(text).toContain('Сол күнгі сұрақ?')
  expect(text).toContain('Ақсу <колледжі>')
  expect(text).toContain('900101300017')
  expect(text).toContain('c0ffee')
  expect(text).toContain('Тексеруге жіберілді')
  expect(text).not.toMatch(/&lt;|&amp;|&#/)
  expect(text).toContain('сәйкестендіру мүмкін емес')
  expect(apart.groups).toEqual([])
  expect(JSON.stringify(apart.sections)).toContain('Бет саны: 2. Бұл файлда жоқ')
  expect((await identityPaper(bed, { found, sealing, files }))?.groups).toMatchObject([{ pages: [{ file: '/tmp/a.jpg' }, { file: '/tmp/b.jpg' }] }])
  expect(paper.facts.map(({ label }) => label)).toEqual(expect.arrayContaining(['Жас', 'Білім', 'Жұмыс тәжірибесі', 'Арнайы құжат']))
})

/** Sent again: the blurred identity card went back in round 1, a new page came; the name of the one who decided is known. */
async function secondRound(lang: 'kk' | 'ru' = 'ru'): Promise<Case> {
  const found = await fresh()
  await bed.store.save({ case: found, expected: found.revision, update: null, audit: [{ who: 'staff.7', what: 'taken.1' }, { who: 'staff.7', what: 'returned.1' }, { who: 'candidate', what: 'sent.2' }] })
  const now = await again(found)
  const fresher = now.secret.uploads.map((each) => (each.id === 'bb' ? { ...each, round: 2, overruled: false } : each))
  const back = { item: 'identity', verdict: 'returned' as const, reason: 'unreadable', by: 'Айгүл', at: AT / 1000, round: 1 }
  return { ...now, lang, round: 2, items: { identity: 'returned' }, secret: { ...now.secret, uploads: fresher, decisions: [back], note: 'Снимите днём' } }
}

it('a later dossier shows only the pages that count, says what went back, and who decided', async () => {
  const paper = await dossierPaper({ ...bed, centre: { ...bed.centre, identityOnPaper: 'other-law' } }, { found: await secondRound(), sealing: { round: 2 }, files: new Map([['page-aa-1.jpg', '/tmp/a.jpg'], ['page-bb-1.jpg', '/tmp/b.jpg']]) })
  expect(paper.groups).toMatchObject([{ note: expect.stringContaining('Отправка № 1: прежние страницы возвращены (не читается)'), pages: [{ file: '/tmp/b.jpg' }] }])
  const decisions = paper.sections.find(({ heading }) => heading === 'Решения')
  expect(decisions?.rows).toEqual([{ label: 'Примечание центра', value: 'Снимите днём' }])
  expect(decisions?.table).toMatchObject([[{ text: '20 ноября 2026 в 10:00' }, 'Документ, удостоверяющий личность', 'возвращено', 'не читается', 'Айгүл']])
  expect(paper.sections.find(({ heading }) => heading === 'История')?.table?.map((row) => row[1])).toContain('Сотрудник центра: Айгүл')
  const education = paper.sections.find(({ heading }) => heading === 'Перечень документов')?.table?.find((row) => JSON.stringify(row).includes('об образовании'))
  expect(education?.at(-1)).toBe('Кандидат: Диплом колледжде қалды')
})

it('the cover says who it is, when born, how long at work and what of it nothing proves', async () => {
  const work = { jobs: 'yes', 'job.0.employer': 'Зауыт', 'job.0.position': 'Дәнекерлеуші', 'job.0.grade': '5', 'job.0.period': { from: '2015-03', to: '2019-02' }, 'job.0.proof': 'work-book', 'job.0.more': 'yes',
    'job.1.employer': 'Цех', 'job.1.position': 'Дәнекерлеуші', 'job.1.grade': '5', 'job.1.period': { from: '2019-01-01', to: '2020-12-31' }, 'job.1.proof': 'none', 'job.1.more': 'no' }
  const paper = await dossierPaper(bed, { found: { ...(await fresh({ answers: work })), lang: 'ru' }, sealing, files: new Map() })
  const fact = (label: string) => paper.facts.find((each) => each.label === label)
  expect([fact('Дата рождения')?.value, fact('ИИН')?.value, fact('Телефон')?.value, fact('Место жительства')?.value]).toEqual(['1 января 1990', '900101300017', '+77015556677', 'Ақсу қаласы'])
  expect(fact('Стаж со слов кандидата')).toMatchObject({ value: '5 лет 9 месяцев – 5 лет 10 месяцев', note: 'Из них без подтверждения: 2 года' })
  expect(fact('Опыт работы')).toMatchObject({ value: 'Не требуется', note: expect.stringContaining('ЕТКС, выпуск 2') })
  expect(paper.sections.find(({ heading }) => heading === 'Работа')?.intro).toContain('5 лет 9 месяцев')
  expect(JSON.stringify(paper)).not.toMatch(/"\d{4}-\d\d-\d\d"|г\.\./)
})

it('a question is printed without its hints; the package keeps all of it', async () => {
  const found = await fresh()
  const q = await bed.store.keepWords('<b>Номер телефона?</b>\nНажмите кнопку')
  const phone = { ...found.secret.answers['phone']!, q }
  const paper = await dossierPaper(bed, { found: { ...found, secret: { ...found.secret, answers: { ...found.secret.answers, phone } } }, sealing, files: new Map() })
  expect(paper.sections.flatMap(({ rows }) => rows ?? []).find(({ value }) => value === '+77015556677')?.label).toBe('Номер телефона?')
})

it('the candidate\'s checklist ticks what is there; the Kazakh application names the act in Kazakh', async () => {
  const found = await fresh()
  const rows = checklistPaper(bed, found).sections.flatMap((part) => part.rows ?? [])
  expect(rows.map(({ done, state }) => [done, state])).toEqual(expect.arrayContaining([[true, 'бар'], [false, 'жоқ']]))
  const form = JSON.stringify(await applicationPaper(bed, found))
  expect(form).toContain('БТБА, 2-шығарылым')
  expect(form).not.toContain('ЕТКС')
})

it('a person who reads English gets a Russian dossier and an English checklist', async () => {
  const found = { ...(await fresh()), lang: 'en' as const }
  expect((await dossierPaper(bed, { found, sealing, files: new Map() })).lang).toBe('ru')
  const list = checklistPaper(bed, found)
  expect(list).toMatchObject({ template: 'checklist', lang: 'en' })
  expect(JSON.stringify(list.sections)).toContain('Rules of recognition, No 374')
})

it('the application is stamped as a sample in both languages until the centre confirms the form', async () => {
  const found = await fresh()
  expect((await applicationPaper(bed, found)).stamp).toBeUndefined()
  const paper = await applicationPaper({ ...bed, centre: { ...bed.centre, formConfirmed: null } }, found)
  expect(paper.stamp).toBe('үлгі, ресми нысан емес · образец, не официальная форма')
  expect(paper.signatures).toHaveLength(3)
})

it('sealing waits for pages on their way', async () => {
  const found = await fresh()
  const uploads = found.secret.uploads.map((each) => ({ ...each, state: 'waiting' as const }))
  await bed.store.save({ case: { ...found, secret: { ...found.secret, uploads } }, expected: found.revision, update: null })
  expect(await seal(bed, { case: found.id, round: 1 })).toEqual({ again: 3000 })
  const now = await again(found)
  await bed.store.save({ case: { ...now, secret: found.secret }, expected: now.revision, update: null })
  expect(await seal(bed, { case: found.id, round: 1 })).toBe('done')
  // The pages changed the case after the card was drawn: its buttons must be drawn anew.
  expect(bed.asked).toContainEqual({ kind: 'card', case: found.id })
})

it('the sealed package holds the originals untouched, the papers and the data; sealing twice is harmless', async () => {
  const found = await fresh()
  const job = { case: found.id, round: 1 }
  expect(await isSealed(bed, job)).toBe(false)
  expect(await seal(bed, job)).toBe('done')
  const first = await bed.vault.get(found.id, 'sealed-1.json')
  const index = SealedIndex.parse(JSON.parse(Buffer.from(first).toString('utf8')))
  expect(index.files.map(({ part, name }) => [part, name])).toEqual([['dossier', 'dossier-1.pdf'], ['identity', 'identity-1.pdf'], ['application', 'application-1.pdf'], ['volume', 'dossier-1-1.zip']])
  for (const file of index.files) expect(sha(await bed.vault.get(found.id, file.name))).toBe(file.sha256)
  const zip = await namesIn(await bed.vault.get(found.id, 'dossier-1-1.zip'))
  expect([...zip.keys()]).toEqual(expect.arrayContaining(['dossier.pdf', 'application.pdf', 'case.json', '01-identity-1.jpg', '01-identity-2.jpg']))
  expect(sha(zip.get('01-identity-1.jpg') as Buffer)).toBe(sha(bed.picture))
  const data = JSON.parse(String(zip.get('case.json'))) as { answers: { key: string; question: string; value: unknown }[] }
  const valid = new Ajv2020({ strict: false, validateFormats: false }).compile(JSON.parse(String(zip.get('case.schema.json'))) as object)
  expect([valid(data), valid.errors]).toEqual([true, null])
  expect(valid({ ...data, round: 'first' })).toBe(false)
  expect(data.answers.find(({ key }) => key === 'edu.0.year')).toMatchObject({ question: 'Сол күнгі сұрақ?', value: 2009 })
  expect(await seal(bed, job)).toBe('done')
  expect(await bed.vault.get(found.id, 'sealed-1.json')).toEqual(first)
})

it('sealing broken off in the middle ends in the same bytes', async () => {
  const found = await fresh()
  const broken = { ...bed, pack: async () => { throw new Error('power') } }
  await expect(seal(broken, { case: found.id, round: 1 })).rejects.toThrow('power')
  const before = sha(await bed.vault.get(found.id, 'dossier-1.pdf'))
  await takeCase(bed, by(1, found))
  await seal(bed, { case: found.id, round: 1 })
  expect(sha(await bed.vault.get(found.id, 'dossier-1.pdf'))).toBe(before)
})

it('the reviewer gets the package in the private chat, protected, once it is sealed', async () => {
  const found = await fresh()
  await takeCase(bed, by(7, found))
  const job = { case: found.id, reviewer: 7, round: 1 }
  expect(await handover(bed, job)).toEqual({ again: 3000 })
  await seal(bed, job)
  expect(await handover(bed, job)).toBe('done')
  expect(bed.messenger.said).toMatchObject([{ chat: 7, protect: true }])
  expect(bed.messenger.files.map(({ chat, name, protect }) => [chat, name, protect])).toEqual([
    [7, `${found.number}-dossier.pdf`, true], [7, `${found.number}-identity.pdf`, true], [7, `${found.number}-application.pdf`, true], [7, `${found.number}-1.zip`, true],
  ])
  expect((await readFile(bed.messenger.files[0]?.path ?? '')).subarray(0, 5).toString()).toBe('%PDF-')
})

it('a reviewer who never started the bot is told in the topic how, and nothing of the person is in the group', async () => {
  const found = await fresh()
  await postCard(bed, { case: found.id })
  await takeCase(bed, by(8, found, 'Ерлан'))
  await seal(bed, { case: found.id, round: 1 })
  bed.messenger.refuse.blocked.add(8)
  expect(await handover(bed, { case: found.id, reviewer: 8, round: 1 })).toBe('done')
  const last = bed.messenger.said.at(-1)
  expect(last).toMatchObject({ chat: STAFF, thread: bed.messenger.topics[0]?.thread })
  expect(last?.message.html).toContain('Ерлан')
  expect(last?.message.buttons?.flat()[0]).toMatchObject({ url: 'https://t.me/qujat_bot?start=staff' })
  expect(bed.messenger.files).toHaveLength(0)
})

it('a case given back or taken by another is handed to nobody', async () => {
  const found = await fresh()
  await seal(bed, { case: found.id, round: 1 })
  expect(await handover(bed, { case: found.id, reviewer: 8, round: 1 })).toBe('done')
  expect(bed.messenger.files).toHaveLength(0)
})

it('the candidate gets his own checklist once', async () => {
  const found = await fresh()
  const job = { case: found.id, round: 1 }
  await sendChecklist(bed, job)
  await sendChecklist(bed, job)
  expect(bed.messenger.files).toHaveLength(1)
  expect(bed.messenger.pictures).toEqual([{ chat: 501, caption: 'Сіздің құжаттар тізбеңіз. Суретті сақтап қойыңыз.' }])
  expect(bed.messenger.files[0]).toMatchObject({ chat: 501, name: `құжаттар-тізбесі-${found.number}.pdf`, caption: expect.stringContaining(String(found.number)) })
})

it('asked for before the sending, the list comes without a number, as a picture and a file', async () => {
  const found = await fresh()
  await bed.store.save({ case: { ...found, number: null, status: 'collecting', sentAt: null }, expected: found.revision, update: null })
  await sendList(bed, { case: found.id })
  expect(bed.messenger.pictures).toHaveLength(1)
  expect(bed.messenger.files).toMatchObject([{ chat: 501, name: 'құжаттар-тізбесі.pdf', caption: expect.stringContaining('басып шығару') }])
})

it('the acceptance is sealed too, with its decisions, and any colleague may ask for that dossier', { timeout: 30_000 }, async () => {
  const found = await fresh()
  await takeCase(bed, by(9, found, 'Гүлнар'))
  await seal(bed, { case: found.id, round: 1 })
  const before = sha(await bed.vault.get(found.id, 'dossier-1.pdf'))
  await acceptAll(bed, by(9, await again(found), 'Гүлнар'))
  const effect = bed.asked.find((each) => each.kind === 'seal' && each.accepted !== undefined) as { case: string; round: number; accepted: number }
  await seal(bed, effect)
  expect(await isSealed(bed, effect)).toBe(true)
  expect(sha(await bed.vault.get(found.id, 'dossier-1.pdf'))).toBe(before)
  const now = await again(found)
  const paper = await dossierPaper(bed, { found: now, sealing: effect, files: new Map() })
  expect(paper.sections.find(({ heading }) => heading === 'Шешімдер')?.table?.flat()).toContain('Гүлнар')
  expect(paper.facts.map(({ label }) => label)).toContain('Қабылданды')
  expect(await dossierAgain(bed, by(11, now, 'Басқа'))).toEqual({ ok: true })
  await handover(bed, { case: found.id, reviewer: 11, round: 1 })
  expect(bed.messenger.files.map(({ chat, name }) => [chat, name])).toEqual([
    [11, `${found.number}-accepted-dossier.pdf`], [11, `${found.number}-accepted-identity.pdf`], [11, `${found.number}-accepted-application.pdf`], [11, `${found.number}-1-accepted.zip`],
  ])
})

it.skipIf(lacks('pdftotext'))('a stranger\'s program reads the answers from the PDF in the order of asking', async () => {
  const found = await fresh()
  const paper = await dossierPaper(bed, { found, sealing, files: new Map() })
  const file = path.join(await mkdtemp(path.join(os.tmpdir(), 'qujat-text-')), 'dossier.pdf')
  await writeFile(file, await renderPaper(paper))
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/[\u00ad\u200b]/g, '')
  const record = text.slice(text.lastIndexOf('Кәсіп\n'))
  const values = paper.sections.flatMap(({ rows }) => (rows ?? []).map(({ value }) => value))
  const places = values.reduce<number[]>((all, value) => [...all, record.indexOf(value.split('\n')[0]!.slice(0, 30), (all.at(-1) ?? -1) + 1)], [])
  expect(values.length).toBeGreaterThan(15)
  expect(places).not.toContain(-1)
  await rm(path.dirname(file), { recursive: true })
})

it('beyond what a chat can bear the originals stay in the vault, and the reviewer hears how to get them', { timeout: 30_000 }, async () => {
  const found = await fresh()
  const uploads = found.secret.uploads.map((each) => ({ ...each, bytes: 120_000_000 }))
  await bed.store.save({ case: { ...found, secret: { ...found.secret, uploads } }, expected: found.revision, update: null })
  await takeCase(bed, by(9, await again(found), 'Гүлнар'))
  await seal(bed, { case: found.id, round: 1 })
  await handover(bed, { case: found.id, reviewer: 9, round: 1 })
  expect(bed.messenger.said.find(({ chat }) => chat === 9)?.message.html).toContain(`npm run vault -- export ${found.number}`)
  const zip = bed.messenger.files.find(({ name }) => name.endsWith('.zip'))
  const inside = await namesIn(await readFile(zip?.path ?? ''))
  expect([...inside.keys()].filter((name) => name.includes('identity-'))).toEqual([])
  expect(JSON.parse(String(inside.get('case.json'))).items[0].files[0]).toMatchObject({ copy: 'not-included' })
})

it('side by side: both languages of the law, what is the same once', async () => {
  const both = { ...bed, centre: { ...bed.centre, paperLanguage: 'both' as const } }
  const paper = await dossierPaper(both, { found: await fresh(), sealing, files: new Map() })
  expect(paper).toMatchObject({ lang: 'kk', besideLang: 'ru', contents: 'Мазмұны · Содержание' })
  expect(paper.facts.find(({ label }) => label.startsWith('Туған күні\nДата рождения'))).toMatchObject({ value: expect.stringContaining('қаңтар'), beside: '1 января 1990' })
  expect(paper.facts.find(({ label }) => label.startsWith('ЖСН\nИИН'))).toEqual({ label: 'ЖСН\nИИН', value: '900101300017' })
  const form = await applicationPaper(both, await fresh())
  expect(form.fields).toMatchObject({ name: 'Сериков Серік Серікұлы', birth: expect.stringContaining('қаңтар'), 'birth-ru': '1 января 1990', iin: '900101300017' })
  expect(form.checks).toContain('payer.self')
})
