/** An Excel day has no zone: it comes as midnight UTC. */
const cellOf = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).trim()
}

/** The first sheet of an XLSX file as text, row by row; empty rows keep their place. Throws on anything that is no such file. */
export async function readSheet(path: string): Promise<(string | null)[][]> {
  // Loaded when a manager sends a sheet, not at every start.
  const { readSheet: read } = await import('read-excel-file/node')
  const rows = await read(path)
  return rows.map((row) => row.map(cellOf))
}
