/** Where a rule is knowingly not kept: the place (without its line) and why. Few, and each to be mended or recorded. */
export type Exceptions = Record<string, string>

export const LAYERS: Exceptions = {
  'src/i18n/words.ts → src/app/ports.ts': 'a type: the translator is the port Words; types only',
  'src/i18n/words.ts → src/domain/case/case.ts': 'the list of languages lives in domain/case; i18n may read domain/',
}

/** Rings closed by a type alone; to be opened by moving the type to a file of its own. */
export const RINGS: Exceptions = {
}

export const ACTS: Exceptions = {
  'src/catalogue-command.ts': 'a process of its own: the centre’s editor checks the catalogue without the bot',
  'src/inspect-files.ts': 'a process of its own: files are judged without the bot',
  'src/media/inspect-child.ts': 'a process of its own: pictures are opened apart from the bot',
  'src/papers/typeset-child.ts': 'a process of its own: typesetting may crash without the bot',
  'src/vault-command.ts': 'a process of its own: the vault is checked, copied and moved without the bot',
}

/** Tables of data, not code. */
export const LONG: Exceptions = {}

const withoutLine = (breach: string): string => breach.replace(/:\d+(?= →|$)/, '')

/** Breaches that no exception covers. */
export const uncovered = (breaches: string[], exceptions: Exceptions): string[] => breaches.filter((each) => !(withoutLine(each) in exceptions))

/** Exceptions that nothing needs any more. */
export const idle = (breaches: string[], exceptions: Exceptions): string[] =>
  Object.keys(exceptions).filter((each) => !breaches.map(withoutLine).includes(each))

/** Keys that are knowingly missing in a language, or the same in two of them. */
export const KEYS: Exceptions = {
  'dossier.stamp': 'stands on a paper in both languages at once',
  'bot.candidate.language': 'must be found by whoever cannot read the language it is in',
  'chat.menu.language': 'must be found by whoever cannot read the language it is in',
}

/** Beginnings of keys that no screen says yet. */
export const UNUSED: Exceptions = {
  'requirements.act.': 'the acts are named by the catalogue; a test keeps both the same',
  'requirements.centre.': 'what the centre has not supplied: for the manager’s check of the profile',
  'requirements.confidence.': 'how sure a row is: for the manager’s view of the catalogue',
  'requirements.source.': 'where a row was read: for the manager’s view of the catalogue',
  'requirements.need.what.': 'the need in a whole sentence: for the item’s screen',
  'requirements.education.': 'levels of education by their official names: for the papers',
  'requirements.proof.': 'proofs of work by their official names: for the papers',
  'reading.example.': 'an example for every reader, though not every question asks for one',
}
