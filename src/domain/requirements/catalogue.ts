import { z } from 'zod'
import type { Clause } from './demand.ts'
import type { Entry } from './entry.ts'
import { idSchema } from './entry.ts'
import type { Lang, Texts } from './text.ts'
import { daySchema, textsSchema } from './text.ts'

/** `short`: the name as a button says it, where two stand in a row. */
export const industrySchema = z.strictObject({ id: idSchema, names: textsSchema, short: textsSchema.optional() })
export type Industry = z.infer<typeof industrySchema>

/** Professional standards prevail over qualification requirements (ЕТКС, КС): law on qualifications, art. 1(9). */
export const actKinds = ['standard', 'requirements', 'law'] as const
export type ActKind = (typeof actKinds)[number]

/** An act the catalogue cites: short names for people, the official title with number and version for the record. */
export const actSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/, { error: 'mistake.act-id' }),
  kind: z.enum(actKinds),
  names: textsSchema,
  title: z.string().min(1),
  url: z.url().optional(),
  /** When a general act was read; levels have such a date of their own. */
  readOn: daySchema.optional(),
})
export type Act = z.infer<typeof actSchema>

/** A file that lists things by id names each id once. */
const listOf = <T extends z.ZodType<{ id: string }>>(schema: T) => z.array(schema).superRefine((list, context) => {
  list.forEach(({ id }, i) => {
    if (list.findIndex((other) => other.id === id) < i) context.addIssue({ code: 'custom', message: 'mistake.doubled-id', path: [i, 'id'] })
  })
})
export const industriesSchema = listOf(industrySchema)
export const actsSchema = listOf(actSchema)

/** Everything the centre can recognise, at one version (a hash of the files' bytes). */
export type Catalogue = {
  readonly version: string
  readonly entries: ReadonlyMap<string, Entry>
  readonly industries: ReadonlyMap<string, Industry>
  readonly acts: ReadonlyMap<string, Act>
}

/** Entries of one industry, by the name in the reader's language. */
export function entriesOf(catalogue: Catalogue, industry: string, lang: Lang): Entry[] {
  return [...catalogue.entries.values()]
    .filter((entry) => entry.industry === industry)
    .sort((a, b) => a.names[lang].localeCompare(b.names[lang], lang))
}

/** "Labour Code, art. 26, …" in the reader's language. */
export function citation(catalogue: Pick<Catalogue, 'acts'>, clause: Clause, lang: Lang): string {
  const act = catalogue.acts.get(clause.act)?.names[lang] ?? clause.act
  return `${act}, ${clauseText(clause.clause, lang)}`
}

type Marker = { ru: RegExp; say: Texts }
// Russian legal notation is what the files hold; in Kazakh the number comes first, so each part is turned whole.
const markers: Marker[] = [
  { ru: /^ст\. (.+)$/, say: { kk: '$1-бап', ru: 'ст. $1', en: 'art. $1' } },
  { ru: /^гл\. (.+)$/, say: { kk: '$1-тарау', ru: 'гл. $1', en: 'ch. $1' } },
  { ru: /^пп\. (.+)$/, say: { kk: '$1) тармақша', ru: 'пп. $1', en: 'subpara. $1' } },
  { ru: /^п\. (.+)$/, say: { kk: '$1-тармақ', ru: 'п. $1', en: 'para. $1' } },
  { ru: /^указ\. № (.+)$/, say: { kk: 'әліпбилік көрсеткіш, № $1', ru: 'алфавитный указатель, № $1', en: 'alphabetical index, No $1' } },
  { ru: /^карточка профессии$/, say: { kk: 'кәсіп карточкасы', ru: 'карточка профессии', en: 'card of the profession' } },
  { ru: /^ОРК (.+)$/, say: { kk: 'СБШ $1', ru: 'ОРК $1', en: 'SQF $1' } },
  { ru: /^примечание к профессии «(.+)»$/, say: { kk: '«$1» кәсібінің ескертпесі', ru: 'примечание к профессии «$1»', en: 'note to the profession «$1»' } },
  { ru: /^прим\. (.+)$/, say: { kk: '$1-ескертпе', ru: 'примечание $1', en: 'note $1' } },
]

/** A place in an act, in the reader's notation; parts that are not known notation stay as the source has them. */
export function clauseText(clause: string, lang: Lang): string {
  return clause.split(/[,;] /).map((part) => {
    const marker = markers.find((m) => m.ru.test(part))
    return marker ? part.replace(marker.ru, marker.say[lang]) : part
  }).join(', ')
}
