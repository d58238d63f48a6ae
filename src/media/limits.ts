/** Bounds on what is read from strangers. */
export const LIMITS = {
  /** A file as sent, bytes (the platform itself gives bots no more). */
  fileBytes: 20 * 1024 * 1024,
  /** Pixels of a picture before decoding; phones of 108 megapixels exist, and write JPEG. */
  pixels: 50e6,
  pixelsJpeg: 120e6,
  pdfPages: 50,
  /** Longest side of a PDF page in points: A0. */
  pageSidePt: 3400,
  pdfDpi: 200,
  /** Longest side of a rasterised PDF page in pixels. */
  rasterSide: 2600,
  /** A picture above this many pixels, or in another format, is written anew with at most this long a side. */
  untouchedPixels: 26e6,
  writtenSide: 4000,
  jpegQuality: 85,
} as const

/** Thrown inside the inspecting process: a refusal found deep in decoding. */
export class Refused extends Error {
  readonly reason: 'broken' | 'password' | 'too-many-pages' | 'too-large'
  constructor(reason: Refused['reason']) {
    super(reason)
    this.name = 'Refused'
    this.reason = reason
  }
}
