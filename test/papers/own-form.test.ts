import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeDrawForm } from '../../src/papers/draw-form.ts'
import { sampleApplication } from './sample-papers.ts'

let dir: string
beforeAll(async () => { dir = await mkdtemp(join(tmpdir(), 'own-form-')) })
afterAll(() => rm(dir, { recursive: true, force: true }))

const NAME = 'Әлімбаева-Қосшығұлова Гүлнәр Өтегенқызы'
const paper = { ...sampleApplication, fields: { name: NAME, iin: '900101300017' }, checks: ['payer.self'] }

/** A form as a centre's clerk makes one: two lines to write on, a third that Qujat does not know, two boxes. */
async function formOf(): Promise<string> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  const form = document.getForm()
  for (const [name, y] of [['name', 700], ['iin', 650], ['unknown', 600]] as const) form.createTextField(name).addToPage(page, { x: 50, y, width: 450, height: 24 })
  for (const [name, y] of [['payer.self', 550], ['payer.employer', 500]] as const) form.createCheckBox(name).addToPage(page, { x: 50, y, width: 20, height: 20 })
  const file = join(dir, 'application.pdf')
  await writeFile(file, await document.save())
  return file
}

/** What a stranger's program sees of a PDF's first page: its text, and its pixels. */
async function seen(pdf: Uint8Array): Promise<{ text: string; ink(box: { left: number; top: number; width: number; height: number }): Promise<number> }> {
  const library = await PDFiumLibrary.init()
  const document = await library.loadDocument(pdf)
  const page = document.getPage(0)
  const text = page.getText()
  const { data, width, height } = await page.render({ scale: 2, render: 'bitmap', renderFormFields: true })
  const pixels = Buffer.from(data)
  document.destroy()
  library.destroy()
  return {
    text,
    ink: async (box) => (await sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha().extract(box).greyscale().toColourspace('b-w').raw().toBuffer()).filter((it) => it < 128).length,
  }
}

it('a PDF form of the centre is filled by the names of its fields, stamped, flat, and the same each time', async () => {
  const draw = makeDrawForm(await formOf())
  const pdf = await draw(paper)
  const { text, ink } = await seen(pdf)
  expect(text).toContain('900101300017')
  expect(text).toContain('үлгі, ресми нысан емес')
  expect((await PDFDocument.load(pdf)).getForm().getFields()).toEqual([])
  expect(Buffer.from(await draw(paper)).equals(pdf)).toBe(true)
  // Seen, not only said: every letter of the name has ink, as many as one by one.
  const line = { left: 100, top: 2 * (842 - 724), width: 900, height: 48 }
  const whole = await ink(line)
  const without = await seen(await draw({ ...paper, fields: { ...paper.fields, name: NAME.replaceAll(/[ӘәҒғҚқҢңӨөҰұҮүҺһІі]/g, '') } }))
  expect(whole - await without.ink(line)).toBeGreaterThan(300)
  // The one box is ticked, the other is not.
  const box = (top: number) => ({ left: 104, top, width: 32, height: 32 })
  expect(await ink(box(2 * (842 - 570) + 4))).toBeGreaterThan(2 * await ink(box(2 * (842 - 520) + 4)) + 20)
})

it('a Typst file of the centre takes the place of ours, with the same data', async () => {
  const file = join(dir, 'application.typ')
  await writeFile(file, '#import "common.typ": *\n#show: look\n= Орталықтың өз нысаны\n#paper.fields.name, #paper.fields.iin\n#if "payer.self" in paper.checks [өз есебінен]\n')
  const { text } = await seen(await makeDrawForm(file)(paper))
  expect(text).toContain('Орталықтың өз нысаны')
  expect(text.replaceAll(/[\s\u00ad\ufffe]+/g, ' ')).toContain('Гүлнәр Өтегенқызы, 900101300017')
  expect(text).toContain('өз есебінен')
})
