import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Paper } from '../../src/domain/dossier/paper.ts'
import { renderPaper } from '../../src/papers/render-paper.ts'
import { inkOf } from './ink.ts'
import { LETTERS, sampleApplication, sampleChecklist, sampleDossier } from './sample-papers.ts'

const missing = (tool: string): boolean => (process.env['QUJAT_MISSING'] ?? '').split(/[\s,]+/).includes(tool)
let dir: string
let dossier: Paper
let workDir: string
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'paper-test-'))
  workDir = await mkdtemp(join(dir, 'work-'))
  dossier = await sampleDossier(join(dir, 'pictures'))
}, 60_000)
afterAll(() => rm(dir, { recursive: true, force: true }))

const papers = (): Paper[] => [dossier, sampleApplication, sampleChecklist]
const render = (paper: Paper): Promise<Uint8Array> => renderPaper(paper, { workDir })

async function tool(name: string, pdf: Uint8Array, ...args: string[]): Promise<string> {
  const file = join(dir, `${name}-${Math.random().toString(36).slice(2)}.pdf`)
  await writeFile(file, pdf)
  return execFileSync(name, args.map((it) => (it === '@' ? file : it)), { stdio: ['ignore', 'pipe', 'ignore'] }).toString()
}
const flat = (text: string): string => text.replace(/[\u00ad\u200b]/g, '').replace(/\s+/g, ' ')

describe('the three papers', () => {
  test('are archival, tagged PDFs with a title', async () => {
    for (const paper of papers()) {
      const pdf = Buffer.from(await render(paper)).toString('latin1')
      expect(pdf.startsWith('%PDF-1.7')).toBe(true)
      expect(pdf).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
      expect(pdf).toMatch(/\/Marked true/)
    }
  }, 30_000)

  test('are the same bytes for the same case', async () => {
    for (const paper of papers()) expect(Buffer.from(await render(paper)).equals(await render(paper))).toBe(true)
  }, 30_000)

  test.skipIf(missing('qpdf'))('pass qpdf --check', async () => {
    for (const paper of papers()) expect(await tool('qpdf', await render(paper), '--check', '@')).toContain('No syntax or stream encoding errors')
  }, 30_000)

  test.skipIf(missing('preflight'))('are valid PDF/A-1b in that rendition, by Apache PDFBox', async () => {
    const jars = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'commons-io', 'pdfbox2-tools', 'javax.activation', 'jaxb-api'].map((name) => `/usr/share/java/${name}.jar`).join(':')
    for (const [index, paper] of papers().entries()) {
      const file = join(dir, `plain-${index}.pdf`)
      await writeFile(file, await renderPaper(paper, { workDir, plain: true }))
      const said = spawnSync('java', ['-cp', jars, 'org.apache.pdfbox.preflight.Validator_A1b', file], { encoding: 'utf8' })
      expect(`${paper.template}: ${said.stdout}${said.stderr}`.slice(0, 600)).toMatch(/is a valid PDF\/A-1b file/)
    }
    // The check can fail: what claims nothing is not taken for archival.
    const other = join(dir, 'plain-none.pdf')
    await writeFile(other, (await renderPaper(sampleChecklist, { workDir, plain: true })).subarray(0, 4000))
    expect(spawnSync('java', ['-cp', jars, 'org.apache.pdfbox.preflight.Validator_A1b', other], { encoding: 'utf8' }).stdout).not.toMatch(/is a valid/)
  }, 60_000)

  test.skipIf(missing('pdftotext'))('say every Kazakh and Russian word they were given', async () => {
    for (const paper of papers()) {
      const said = flat(await tool('pdftotext', await render(paper), '-layout', '@', '-'))
      for (const word of [paper.title, paper.number!, 'Әлімбаева', '45 000 ₸'.slice(0, paper.template === 'application' ? 0 : 8)]) expect(said).toContain(word)
      if (paper.stamp) expect(said.split(flat(paper.stamp)).length - 1).toBe(paper.template === 'dossier' ? 13 : 1)
    }
    const said = flat(await tool('pdftotext', await render(dossier), '@', '-'))
    for (const letter of LETTERS) expect(said).toContain(letter)
    expect(said).toContain('6-разряд')
    expect(said).toContain('бет 13 / 13')
    expect(said.replaceAll(' ', '')).toContain('Қанағаттандырылмағандықтарыңыздан')
  }, 30_000)

  test('show the Kazakh letters, not only hold them as text', async () => {
    const paper = (label: string): Paper => ({ ...sampleChecklist, sections: [], facts: [{ label, value: '' }] })
    const [kazakh, spaces] = await Promise.all([inkOf(await render(paper(LETTERS))), inkOf(await render(paper('\u00a0')))])
    expect(kazakh - spaces).toBeGreaterThan(700)
  }, 30_000)

  test('carry each picture exactly as it was, on a page of its own', async () => {
    const pdf = Buffer.from(await render(dossier))
    for (const { file } of dossier.groups.flatMap((group) => group.pages)) expect(pdf.indexOf(await readFile(file))).toBeGreaterThan(0)
  }, 30_000)

  test('leave nothing behind on the disk', async () => {
    await render(sampleApplication)
    expect(await readdir(workDir)).toEqual([])
  })

  test('keep to one page: the list for the fridge, even with fifteen things on it', async () => {
    const row = sampleChecklist.sections[0]!.rows![1]!
    const long = { ...sampleChecklist, sections: [{ ...sampleChecklist.sections[0]!, rows: Array.from({ length: 12 }, () => row) }, ...sampleChecklist.sections.slice(1)] }
    expect(Buffer.from(await render(long)).toString('latin1')).toContain('<xmpTPg:NPages>1</xmpTPg:NPages>')
  })
})

describe('whatever a person types', () => {
  test('is printed, never run, and never breaks the paper', async () => {
    const nasty = ['#panic("x")', '$x^2$ *b* _i_ `c` <a> @b \\', '王小明 محمد 🙂👨‍👩‍👧 \u{10ffff}\ue000', 'a\u0000b\ud800c\u202ed\ufeff', 'ж'.repeat(400), 'https://' + 'x'.repeat(300), '\u0301\u0308', '', ' ', '\n\n', '-- --- ~ \'"']
    const rows = nasty.map((it) => ({ label: it, value: it, note: it }))
    const section = { heading: nasty.join(' '), intro: nasty[2]!, rows, columns: nasty.slice(0, 4), table: [nasty, nasty.slice(0, 2), []], bullets: nasty }
    for (const paper of papers()) {
      const wild: Paper = { ...paper, title: nasty.join(' '), facts: rows, sections: [section, { heading: '' }, { heading: 'x', table: [], columns: [] }, { heading: 'y', table: [['a']] }], groups: [{ heading: nasty[2]!, note: nasty[3]!, pages: paper.groups[0]?.pages.map((it) => ({ ...it, caption: nasty[1]! })) ?? [] }], signatures: nasty.slice(0, 4) }
      expect(Buffer.from(await render(wild)).toString('latin1')).toContain('<pdfaid:conformance>A<')
    }
  }, 30_000)

  test('stays inside the paper however long its words are', async () => {
    const word = 'ж'.repeat(120)
    const url = `https://example.kz/${'a'.repeat(150)}`
    const columns = ['Бірінші', 'Екінші', 'Үшінші', 'Төртінші', 'Бесінші']
    const paper: Paper = { ...dossier, groups: [], facts: [{ label: word, value: url }], sections: [{ heading: word, columns, table: [columns.map(() => word), columns.map(() => url)] }] }
    expect(await inkOf(await render(paper), 0.93)).toBe(0)
  }, 30_000)

  test('may be very long: a cell of several pages goes on', async () => {
    const long = 'Қазақстан Республикасының заңы бойынша. '.repeat(300)
    const paper: Paper = { ...dossier, groups: [], facts: [], sections: [{ heading: 'x', rows: [{ label: 'y', value: `${long}СОҢЫ` }] }] }
    expect((await render(paper)).length).toBeGreaterThan(1000)
  })
})

describe('failures', () => {
  test('a paper that takes too long is given up', async () => {
    await expect(renderPaper(dossier, { limits: { timeoutMs: 5, maxMemory: 1e9 }, workDir })).rejects.toMatchObject({ code: 'timeout' })
    expect(await readdir(workDir)).toEqual([])
  })
  test('a paper that wants too much memory is given up', async () => {
    await expect(renderPaper(dossier, { limits: { timeoutMs: 30_000, maxMemory: 1 }, workDir })).rejects.toMatchObject({ code: 'memory' })
    expect(await readdir(workDir)).toEqual([])
  })
  test('a picture that is no picture is refused, without quoting the person', async () => {
    const file = join(dir, 'not.jpg')
    await writeFile(file, 'hello')
    const broken: Paper = { ...dossier, groups: [{ heading: 'Әлімбаева', pages: [{ file }] }] }
    const error = await render(broken).catch((it: Error) => it)
    expect(error).toMatchObject({ code: 'refused' })
    expect(String(error)).not.toContain('Әлімбаева')
  })
})
