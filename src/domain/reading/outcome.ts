/** What reading a reply gives: the value, or the locale key of the reason and what its sentence mentions. */
export type Outcome<T> =
  | { ok: true; value: T }
  | { ok: false; reason: string; values?: Record<string, string | number> }

/** The reply was understood. */
export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

/** The reply was not understood; `reason` is a key of locales/<language>/reading.json. */
export function refuse(reason: string, values?: Record<string, string | number>): Outcome<never> {
  return values === undefined ? { ok: false, reason } : { ok: false, reason, values }
}
