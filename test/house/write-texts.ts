/** Writes docs/texts.md: every sentence in three languages side by side, with its lines on a phone. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { LANGS, type Lang } from '../../src/domain/case/case.ts'
import { allKeys, formOf, namespaces, texts } from './locale-files.ts'
import { ROOT } from './source-files.ts'
import { LINE, linesOf } from './text-rules.ts'

const TITLES: Record<Lang, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' }

const cell = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '\\|').replaceAll('\n', '<br>')

/** A sentence, or its plural forms under each other. */
function said(lang: Lang, key: string): string {
  const one = texts[lang].get(key)
  if (one !== undefined) return cell(one)
  const forms = [...texts[lang]].filter(([each]) => each.startsWith(`${key}_`) && formOf(each) !== '')
  return forms.map(([each, text]) => `<i>${formOf(each)}:</i> ${cell(text)}`).join('<br>')
}

function lines(lang: Lang, key: string): number {
  const forms = [...texts[lang]].filter(([each]) => each === key || each.replace(/_[a-z]+$/, '') === key)
  return Math.max(0, ...forms.map(([, text]) => linesOf(text)))
}

const row = (key: string): string =>
  `| \`${key.slice(key.indexOf('.') + 1)}\` | ${LANGS.map((lang) => said(lang, key)).join(' | ')} | ${LANGS.map((lang) => lines(lang, key)).join(' · ')} |`

const ordered = [...allKeys()]

function part(name: string): string {
  const rows = ordered.filter((key) => key.startsWith(`${name}.`)).map(row)
  const head = `| key | ${LANGS.map((lang) => TITLES[lang]).join(' | ')} | lines |\n| --- | --- | --- | --- | --- |`
  return `## ${name}\n\n${head}\n${rows.join('\n')}`
}

function textsPage(): string {
  const intro = [
    'Every sentence that a person reads, in three languages side by side. Made from `locales/` by `test/house/write-texts.ts`: mend the sentence there, not here.',
    `**lines**: how many lines it takes on a phone 360 px wide in each language (${LINE} characters a line); values like \`{{count}}\` count as they are written.`,
  ]
  return `# Texts\n\n${intro.join('\n\n')}\n\n${[...namespaces()].map(part).join('\n\n')}\n`
}

writeFileSync(path.join(ROOT, 'docs/texts.md'), textsPage())
console.log(`${ordered.length} sentences in docs/texts.md`)
