import type { LinkButton } from '../../domain/notices/notice.ts'

const MOST_LINKS = 5

function readLink(line: string): LinkButton | null {
  const [, label = '', url = ''] = /^(.+?)\s*[|—–]\s*(\S+)$/.exec(line) ?? []
  if (label === '' || !/^(https?:\/\/[^\s.]+\.\S+|tg:\/\/\S+)$/.test(url)) return null
  const parts = label.split(' / ').map((part) => part.trim())
  const [kk = label, ru = label, en = label] = parts.length === 3 ? parts : [label, label, label]
  return { label: { kk, ru, en }, url }
}

/** "Name | https://…", one a line; "kk / ru / en | https://…" names it in three languages; "-" takes all away. Null when a line cannot be read. */
export function readLinks(text: string): LinkButton[] | null {
  if (text.trim() === '-') return []
  const links = text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map(readLink)
  return links.length > 0 && links.length <= MOST_LINKS && links.every((each) => each !== null) ? links : null
}

/** Case numbers and account ids, with anything between. Null when something else stands there. */
export function readList(text: string): string[] | null {
  const parts = text.replaceAll('№', ' ').split(/[\s,;]+/).filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => /^\d\d-\d{4,}$|^\d{5,15}$/.test(part)) ? [...new Set(parts)] : null
}

/** "5, 6": grades and levels of that number, "4.1": a level of the framework, other words as they are; "-" takes the condition away. */
export const readLevels = (text: string): string[] => (text.trim() === '-' ? [] : text.split(/[,;\s]+/).filter((each) => each !== '')
  .flatMap((each) => (/^\d$/.test(each) ? [`g${each}`, `l${each}`] : /^\d\.\d$/.test(each) ? [`l${each}`] : [each])))

/** Minutes by which a zone is ahead of UTC at a moment. */
function offsetMinutes(at: number, timeZone: string): number {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).formatToParts(at).map(({ type, value }) => [type, value]))
  const local = Date.UTC(Number(parts['year']), Number(parts['month']) - 1, Number(parts['day']), Number(parts['hour']), Number(parts['minute']))
  return Math.round((local - Math.floor(at / 60_000) * 60_000) / 60_000)
}

/** "01.12.2026 10:00" or "10:00" in local time, as epoch milliseconds; "-" is at once (null). Undefined when it cannot be read or has passed. */
export function readMoment(text: string, { now, timeZone }: { now: number; timeZone: string }): number | null | undefined {
  if (text.trim() === '-') return null
  const [, d, m, y, hours, minutes] = /^(?:(\d{1,2})\.(\d{1,2})\.(\d{4}),?\s+)?(\d{1,2}):(\d{2})$/.exec(text.trim()) ?? []
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined
  const today = new Date(now + offsetMinutes(now, timeZone) * 60_000)
  const day = d === undefined ? Date.UTC(today.getUTCFullYear(), today.getUTCMonth(), today.getUTCDate()) : Date.UTC(Number(y), Number(m) - 1, Number(d))
  if (d !== undefined && new Date(day).getUTCDate() !== Number(d)) return undefined
  const local = day + (Number(hours) * 60 + Number(minutes)) * 60_000
  const at = local - offsetMinutes(local, timeZone) * 60_000
  return at > now ? at : undefined
}
