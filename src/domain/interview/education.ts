import { isTold, type View } from './question.ts'

/** There is some education to tell of. */
export const hasStudied = (view: View): boolean => isTold(view.here('level')) && view.here('level') !== 'none'

/** School certificates name no specialty. */
export const withSpecialty = (view: View): boolean => hasStudied(view) && view.here('level') !== 'basic' && view.here('level') !== 'secondary'

/** One learns informally by oneself: no institution, no end. */
export const atSchool = (view: View): boolean => hasStudied(view) && view.here('level') !== 'informal'

/** A step of formal education, with a diploma that names a specialty; not a course or learning by oneself (art. 19). */
export const isFormal = (view: View): boolean => !['course', 'nonformal', 'informal'].includes(String(view.here('level')))
