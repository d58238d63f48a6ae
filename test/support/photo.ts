import sharp from 'sharp'

/** A page of a document as a phone would send it: dark text on paper, a little noise, JPEG. */
export async function photoOf(title: string, options: { width?: number; height?: number; seed?: number } = {}): Promise<Buffer> {
  const { width = 1500, height = 2000, seed = 1 } = options
  // Lines that fit the sheet, in its width and its height.
  const fits = (text: string): string => text.slice(0, Math.floor((width - 260) / 17))
  const lines = Array.from({ length: Math.min(34, Math.floor((height - 420) / 46)) }, (_, index) =>
    `<text x="120" y="${300 + index * 46}" font-size="30" font-family="Noto Sans, DejaVu Sans, sans-serif">${fits(`${index + 1}. ${seed * 7919 + index * 104729} ${title} ${'қазақстан республикасы құжат '.repeat(3)}`)}</text>`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#6b5d4f"/><rect x="70" y="90" width="${width - 140}" height="${height - 180}" fill="#f4f1ea"/><text x="120" y="220" font-size="56" font-weight="bold" font-family="Noto Sans, DejaVu Sans, sans-serif">${title}</text>${lines.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 88 }).toBuffer()
}
