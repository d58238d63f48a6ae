const NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,119}$/

/** Flat names only: no way out of the folder, no hidden file. Throws on any other, for that is a bug. */
export function checkedName(name: string): string {
  if (!NAME.test(name)) throw new RangeError('not a name for the vault')
  return name
}
