/** A sheet's cells: text, numbers or days ('YYYY-MM-DD' is text); the first row is its head. */
export type SheetRows = readonly (readonly (string | number | null)[])[]

/** Writes an XLSX file with one sheet; text stays text, never a formula. */
export async function writeSheet(path: string, name: string, rows: SheetRows): Promise<void> {
  const cells = rows.map((row, at) => row.map((value) =>
    value === null ? null : typeof value === 'number' ? { type: Number, value } : { type: String, value, ...(at === 0 ? { fontWeight: 'bold' as const } : {}) }))
  const columns = (rows[0] ?? []).map((_, at) => ({ width: Math.min(50, Math.max(...rows.slice(0, 200).map((row) => String(row[at] ?? '').length)) + 2) }))
  // Loaded when a manager asks for a table, not at every start.
  const { default: writeExcelFile } = await import('write-excel-file/node')
  await writeExcelFile(cells, { sheet: name, columns, stickyRowsCount: 1 }).toFile(path)
}
