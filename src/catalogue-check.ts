import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { type Lang, LANGS } from './domain/case/case.ts'
import { plainText } from './domain/case/phrase.ts'
import { missingForLive } from './domain/centre/profile.ts'
import type { Catalogue } from './domain/requirements/catalogue.ts'
import { summaryOf, unconfirmedOf } from './domain/requirements/catalogue-summary.ts'
import { confidences } from './domain/requirements/entry.ts'
import { makeWords } from './i18n/words.ts'
import { type LoadedCatalogue, loadCatalogue } from './storage/catalogue-files.ts'
import { type LoadedCentre, loadCentre } from './storage/centre-file.ts'
import type { Mistake } from './storage/yaml-file.ts'

// A process of its own: the centre's editor asks whether the files are right, without starting the bot.

type Say = (key: string, values?: Record<string, string | number>) => string
const usage = 64
const sureness = {
  verified: 'requirements.confidence.verified', 'name-and-grade': 'requirements.confidence.name-and-grade',
  secondary: 'requirements.confidence.secondary', 'name-only': 'requirements.confidence.name-only',
} as const

/** What was typed; null when it makes no sense. */
function read(args: string[]): { dir: string; lang: Lang; unconfirmed: boolean } | null {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { lang: { type: 'string', default: 'ru' }, unconfirmed: { type: 'boolean', default: false } } })
    const [command, dir = 'catalogue', ...rest] = positionals
    const lang = LANGS.find((each) => each === values.lang)
    return command === 'check' && rest.length === 0 && lang ? { dir, lang, unconfirmed: values.unconfirmed } : null
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

/** Prints every mistake, or the summary. Exit codes: 0 fine, 1 mistakes, 64 not understood. */
async function check(args: string[]): Promise<number> {
  const asked = read(args)
  const t = makeWords().in(asked?.lang ?? 'ru')
  const say: Say = (key, values) => plainText(t(key, values))
  const print = (lines: string[]) => process.stdout.write(`${lines.join('\n')}\n`)
  if (!asked) return print([say('requirements.check.usage')]), usage
  const found = await load(asked.dir)
  if (!found) return print([say('requirements.check.no-folder', { dir: asked.dir })]), 1
  const { catalogue: loaded, centre } = found
  const mistakes = [loaded, ...(centre ? [centre] : [])].flatMap((each) => (each.ok ? [] : each.mistakes))
  if (mistakes.length || !loaded.ok) return print([...mistakes.map((each) => line(asked.dir, say, each)), '', say('requirements.check.mistakes', { number: mistakes.length })]), 1
  const open = centre?.ok ? missingForLive(centre.centre) : []
  print([
    ...summary(loaded.catalogue, asked.lang, say), ...(asked.unconfirmed ? waiting(loaded.catalogue) : []),
    ...(open.length ? ['', say('requirements.check.centre-open', { fields: open.join(', ') })] : []),
  ])
  return 0
}

process.exitCode = await check(process.argv.slice(2))
