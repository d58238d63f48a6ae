/** Brightness 0–255 of an upright page, row by row; made by `toGrey` in judge.ts (long side at most 2000). */
export type Grey = { data: Uint8Array; width: number; height: number }
