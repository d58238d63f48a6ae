import type { AuditEntry } from '../app/ports.ts'

/** One line of the audit as short text: "moment revision who what", numbers in base 36. A hundred of them are 3 KB, not 8. */
export const auditLine = ({ at, revision, who, what }: AuditEntry): string =>
  `${at.toString(36)} ${revision.toString(36)} ${who.replaceAll(/\s/g, '_')} ${what}`

export function readAudit(line: string): AuditEntry {
  const [at = '', revision = '', who = '', ...what] = line.split(' ')
  return { at: parseInt(at, 36), revision: parseInt(revision, 36), who, what: what.join(' ') }
}
