/** A button of the desk: the case, the revision it was drawn at, what to do. */
export type DeskPress = { case: string; revision: number; action: string; arg: string | null }

const DATA = /^s:([a-zA-Z0-9]{1,16}):([0-9a-z]{1,8}):([a-z-]{1,12})(?::([a-z0-9-]{1,24}))?$/

/** Callback data, at most 64 bytes: `s:<case>:<revision, base 36>:<action>[:<argument>]`. Throws when it does not fit. */
export function deskData(press: { case: string; revision: number; action: string; arg?: string }): string {
  const data = ['s', press.case, press.revision.toString(36), press.action, ...(press.arg === undefined ? [] : [press.arg])].join(':')
  if (!DATA.test(data) || data.length > 64) throw new RangeError(`not a button: ${press.action}`)
  return data
}

/** Reads callback data; null for anything that is not a desk button. */
export function readDeskData(data: string): DeskPress | null {
  const parts = DATA.exec(data)
  if (!parts) return null
  const [, id = '', revision = '', action = '', arg] = parts
  return { case: id, revision: parseInt(revision, 36), action, arg: arg ?? null }
}
