import type { SkipReason } from '../../domain/interview/question.ts'

/** What came from the person: typed words, a pressed option, or a skip with its reason. */
export type Input = { text: string } | { option: string } | { skip: SkipReason }
