/** A file for the bag: `name` inside the zip (ASCII, e.g. `01-identity-1.jpg`), `mtime` an ISO 8601 instant. */
export type BagFile = {
  name: string
  source: { path: string } | { bytes: Uint8Array }
  mtime: string
}
