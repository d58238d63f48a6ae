import fc from 'fast-check'
import { expect, it } from 'vitest'
import { caseData, CaseData } from '../../src/domain/dossier/case-data.ts'
import { type Case, newCase } from '../../src/domain/case/case.ts'
import type { Paper } from '../../src/domain/dossier/paper.ts'
import { renderPaper } from '../../src/papers/render-paper.ts'
import { inkOf } from './ink.ts'
import { sampleApplication, sampleChecklist } from './sample-papers.ts'

/** Anything a keyboard, a paste or an attacker can put into an answer: whole letters, lone halves of them, marks, directions, markup. */
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)), maxLength: 200 }),
  fc.constantFrom('#panic()', '$x^2$ *a* _b_ `c` <d> @e \\u{202e}', '<b>', '\u202eабв', 'ж'.repeat(3000), 'a\n'.repeat(300), '😀👩‍👩‍👧‍👦🇰🇿', 'e\u0301\u0301\u0301\u0301', '\ud800'),
)
const texts = fc.array(anything, { minLength: 30, maxLength: 30 })

it('any text is set on every paper without an error, and stays within the page', { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(texts, async (words) => {
    const rows = words.map((value, i) => ({ label: words[(i + 1) % words.length]!, value, note: words[(i + 2) % words.length]! }))
    const table = words.map((text, i) => [text, { text: words[(i + 3) % words.length]!, note: text }, 'x'])
    const sections = [{ heading: words[0]!, intro: words[1]!, introBeside: words[2]!, rows, columns: ['a', 'b', 'c'], table, bullets: words.slice(0, 5), bulletsBeside: words.slice(5, 10) }]
    const all: Paper[] = [
      { ...sampleChecklist, template: 'dossier', qr: '26-0001', sections, besideLang: 'kk', facts: rows.map((row) => ({ ...row, beside: row.label })) },
      { ...sampleApplication, sections: [{ heading: words[4]!, rows }], facts: rows.slice(0, 2) },
      { ...sampleChecklist, subtitle: words[3]!, sections: [{ heading: 'x', rows: rows.slice(0, 5) }] },
    ]
    for (const paper of all) expect(await inkOf(await renderPaper(paper), 0.97)).toBe(0)
  }), { numRuns: 3 })
})

it('any answer comes back from case.json as it was', () => {
  const consent = { version: '1', hash: 'h', lang: 'kk' as const, at: 1, account: 1, name: null, withdrawnAt: null }
  const blank = newCase({ id: 'abcdefgh', account: 1, lang: 'kk', catalogue: 'c', consent, at: 1000 })
  fc.assert(fc.property(fc.dictionary(fc.string({ minLength: 1, maxLength: 20 }), anything, { maxKeys: 20 }), (said) => {
    const answers = Object.fromEntries(Object.entries(said).map(([key, v]) => [key, { v, q: 'q', l: 'kk' as const, at: 1 }]))
    const found: Case = { ...blank, secret: { ...blank.secret, answers } }
    const read = CaseData.parse(JSON.parse(JSON.stringify(caseData(found, [], { words: { q: '?' } }))))
    expect(Object.fromEntries(read.answers.map(({ key, value }) => [key, value]))).toEqual(Object.fromEntries(Object.entries(answers).map(([key, { v }]) => [key, v])))
  }))
})
