import { experience } from './experience.ts'
import type { Period, Span } from './experience.ts'
import { likeness } from './likeness.ts'
import { fold } from './spelling.ts'
import type { SourceText } from './text.ts'

type Job = Period & { position: string; grade?: string | undefined }

// Words of a demand that name no position.
const empty = new Set(['категории', 'категория', 'должностях', 'должности', 'производстве', 'каких', 'выписке', 'повторено', 'разряда', 'менее'].map(fold))
const wordsOf = (text: string): string[] => fold(text).split(' ').filter((word) => word.length >= 5 && !empty.has(word))

/** Whether a job's title says something like the position demanded. A hint: titles at plants differ, a person compares. */
export function inPosition(demanded: SourceText): (job: Job) => boolean {
  const wanted = Object.values(demanded).flatMap((text) => wordsOf(text ?? ''))
  return ({ position }) => wordsOf(position).some((word) => wanted.some((other) => likeness(word, other) >= 0.7))
}

/** Whether the job was held at that grade or a higher one: "5 разряд", "5-разряд", "V" as people write it. */
export function atGrade(least: number): (job: Job) => boolean {
  return ({ grade }) => gradeOf(grade ?? '') >= least
}

const roman = ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii']

/** The grade in a person's words; 0 where there is none, or more than one number to choose from. */
export function gradeOf(text: string): number {
  const digits = text.match(/\d+/g) ?? []
  if (digits.length === 1) return Number(digits[0]) <= 8 ? Number(digits[0]) : 0
  return digits.length ? 0 : Math.max(0, roman.indexOf(text.trim().toLowerCase()))
}

/** Experience in the jobs that match: as a position, at a grade, in a profession. */
export const experienceIn = <T extends Period>(jobs: T[], matches: (job: T) => boolean, today: string): Span => experience(jobs.filter(matches), today)
