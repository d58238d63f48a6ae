import { existsSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { type Lang, LANGS } from './domain/case/case.ts'
import { plainText } from './domain/case/phrase.ts'
import { missingForLive } from './domain/centre/profile.ts'
import type { Catalogue } from './domain/requirements/catalogue.ts'
import { summaryOf, unconfirmedOf } from './domain/requirements/catalogue-summary.ts'
import { confidences } from './domain/requirements/entry.ts'
import { makeWords } from './i18n/words.ts'
import { type LoadedCatalogue, loadCatalogue, parseCatalogue } from './storage/catalogue-files.ts'
import { plainYaml, writtenYaml } from './storage/yaml-text.ts'
import { readSheet } from './papers/read-sheet.ts'
import { writeSheet } from './papers/write-sheet.ts'
import { diffWords } from './app/updates/diff-words.ts'
import { laidOver } from './app/updates/laid-over.ts'
import { entryRowsOf, readProposal } from './app/updates/read-proposal.ts'
import { sheetWords } from './app/updates/sheet-words.ts'
import { templateRows } from './app/updates/write-rows.ts'
import { diffCatalogues } from './domain/requirements/catalogue-diff.ts'
import { type LoadedCentre, loadCentre } from './storage/centre-file.ts'
import type { Mistake } from './storage/yaml-file.ts'

// A process of its own: the centre's editor asks whether the files are right and what they change, without starting the bot.

const reader = { parse: parseCatalogue, plain: plainYaml, yaml: writtenYaml }

type Say = (key: string, values?: Record<string, string | number>) => string
const usage = 64
const sureness = {
  verified: 'requirements.confidence.verified', 'name-and-grade': 'requirements.confidence.name-and-grade',
  secondary: 'requirements.confidence.secondary', 'name-only': 'requirements.confidence.name-only',
} as const

type Typed = { command: 'check' | 'diff' | 'template'; words: string[]; lang: Lang; unconfirmed: boolean }
const MOST: Record<Typed['command'], number> = { check: 1, diff: 2, template: 2 }

/** What was typed; null when it makes no sense. */
function read(args: string[]): Typed | null {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { lang: { type: 'string', default: 'ru' }, unconfirmed: { type: 'boolean', default: false } } })
    const [first, ...words] = positionals
    const command = (['check', 'diff', 'template'] as const).find((each) => each === first)
    const lang = LANGS.find((each) => each === values.lang)
    if (!command || !lang || words.length > MOST[command] || (command !== 'check' && words.length === 0)) return null
    return { command, words, lang, unconfirmed: values.unconfirmed }
  } catch {
    return null
  }
}

const line = (dir: string, say: Say, { file, line: at, reason, values }: Mistake): string =>
  `${relative('.', join(dir, file)) || file}:${at}  ${say(`requirements.${reason}`, values)}`

function summary(catalogue: Catalogue, lang: Lang, say: Say): string[] {
  const found = summaryOf(catalogue)
  const row = (name: string, number: number) => `  ${say('requirements.check.row', { name, number })}`
  return [
    say('requirements.check.fine'), say('requirements.check.professions', { number: found.professions }), say('requirements.check.levels', { number: found.levels }), '',
    say('requirements.check.sure'), ...confidences.map((name) => row(say(sureness[name]), found.confidence[name])), '',
    say('requirements.check.basis'), row(say('requirements.check.basis-standard'), found.basis.standard),
    row(say('requirements.check.basis-requirements'), found.basis.requirements), row(say('requirements.check.basis-none'), found.basis.none),
    row(say('requirements.check.contradictory'), found.contradictory), '',
    say('requirements.check.unconfirmed', { number: found.unconfirmed.reduce((sum, { levels }) => sum + levels, 0), all: found.levels }),
    ...found.unconfirmed.map(({ industry, levels, all }) => `  ${say('requirements.check.share', { name: industry.names[lang], number: levels, all })}`),
  ]
}

/** Each profession with the levels that wait for the centre's date. */
const waiting = (catalogue: Catalogue): string[] => [...catalogue.entries.values()].flatMap((entry) => {
  const levels = unconfirmedOf(entry)
  return levels.length ? [`  professions/${entry.id}.yaml  ${levels.map(({ label }) => ('value' in label ? label.value : '·')).join(' ')}`] : []
})

/** The folder's files and, where it lies beside them, the centre's profile. Null when the folder cannot be read. */
async function load(dir: string): Promise<{ catalogue: LoadedCatalogue; centre: LoadedCentre | null } | null> {
  const profile = join(dir, 'centre.yaml')
  try {
    return { catalogue: await loadCatalogue(dir), centre: existsSync(profile) ? await loadCentre(profile) : null }
  } catch {
    return null
  }
}

type Asked = Typed & { say: Say; print(lines: string[]): void }
const DIR = 'catalogue'
const isFile = (word: string): boolean => /\.(xlsx|ya?ml)$/i.test(word)

/** Prints every mistake, or the summary. */
async function check({ words: [dir = DIR], lang, unconfirmed, say, print }: Asked): Promise<number> {
  const found = await load(dir)
  if (!found) return print([say('requirements.check.no-folder', { dir })]), 1
  const { catalogue: loaded, centre } = found
  const mistakes = [loaded, ...(centre ? [centre] : [])].flatMap((each) => (each.ok ? [] : each.mistakes))
  if (mistakes.length || !loaded.ok) return print([...mistakes.map((each) => line(dir, say, each)), '', say('requirements.check.mistakes', { number: mistakes.length })]), 1
  const open = centre?.ok ? missingForLive(centre.centre) : []
  print([
    ...summary(loaded.catalogue, lang, say), ...(unconfirmed ? waiting(loaded.catalogue) : []),
    ...(open.length ? ['', say('requirements.check.centre-open', { fields: open.join(', ') })] : []),
  ])
  return 0
}

/** A folder as it is, or a file laid over a folder. Mistakes are printed, then it is null. */
async function catalogueOf(word: string, over: string, { lang, say, print }: Asked): Promise<Catalogue | null> {
  const dir = isFile(word) ? over : word
  const found = (await load(dir))?.catalogue
  if (!found) return print([say('requirements.check.no-folder', { dir })]), null
  if (!found.ok) return print(found.mistakes.map((each) => line(dir, say, each))), null
  if (!isFile(word)) return found.catalogue
  if (!existsSync(word)) return print([say('updates.noFile', { file: word })]), null
  const sent = await readProposal({ versions: reader, words: makeWords(), readSheet }, found.files, { path: word, name: basename(word), lang })
  if (!sent.ok) return print([...sent.lines, '', say('requirements.check.mistakes', { number: sent.lines.length })]), null
  const parsed = parseCatalogue(laidOver(found.files, sent.files))
  return parsed.ok ? parsed.catalogue : null
}

/** Prints in plain words what the second differs in from the first, or a file from the catalogue. Exit code 1 on mistakes. */
async function diff(asked: Asked): Promise<number> {
  const [first = '', second] = asked.words
  const [from, to] = second === undefined ? [DIR, first] : [first, second]
  const over = isFile(from) ? DIR : from
  const [before, after] = [await catalogueOf(from, over, asked), await catalogueOf(to, over, asked)]
  if (!before || !after) return 1
  const t = makeWords().in(asked.lang)
  const blocks = diffWords({ lang: asked.lang, t, before, after }, diffCatalogues(before, after))
  asked.print(blocks.length > 0 ? [blocks.map(plainText).join('\n\n')] : [asked.say('updates.refused.same')])
  return 0
}

/** Writes the sheet that managers fill, from a folder. */
async function template({ words: [file = '', dir = DIR], lang, say, print }: Asked): Promise<number> {
  const found = (await load(dir))?.catalogue
  if (!found) return print([say('requirements.check.no-folder', { dir })]), 1
  if (!found.ok) return print(found.mistakes.map((each) => line(dir, say, each))), 1
  await writeSheet(file, 'Qujat', templateRows([...entryRowsOf(reader, found.files).values()], sheetWords(makeWords(), lang)))
  print([file])
  return 0
}

const COMMANDS = { check, diff, template }

/** Exit codes: 0 fine, 1 mistakes, 64 not understood. */
async function command(args: string[]): Promise<number> {
  const typed = read(args)
  const t = makeWords().in(typed?.lang ?? 'ru')
  const say: Say = (key, values) => plainText(t(key, values))
  const print = (lines: string[]): void => void process.stdout.write(`${lines.join('\n')}\n`)
  if (!typed) return print([say('requirements.check.usage')]), usage
  return COMMANDS[typed.command]({ ...typed, say, print })
}

process.exitCode = await command(process.argv.slice(2))
