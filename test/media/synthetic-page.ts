import { createRequire } from 'node:module'
import sharp from 'sharp'

/** A pretend phone photo of a document on a desk; sides in pixels, `blur` is sigma in pixels of the photo. */
export type Look = { long?: number; blur?: number; light?: number; text?: string; quality?: number; noise?: number; desk?: number; seed?: number }

const FONT = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf')

export const KAZAKH = 'Қазақстан Республикасы. Осы куәлік Әлімбаев Ғабит Өтегенұлына берілді, ол электрмен дәнекерлеуші кәсібі бойынша оқуды толық аяқтап, біліктілік емтиханын тапсырды. Тіркеу нөмірі 000123, Ақсу қаласы, һәм басқа деректер үлгіге сай толтырылған. '
export const RUSSIAN = 'Настоящим подтверждается, что предъявитель работал на предприятии электрогазосварщиком пятого разряда с 12 марта 2015 года по 30 июня 2021 года. Трудовая книжка № 4512378, запись внесена на основании приказа. Объём выполненных работ указан ниже. '

/** An A4 sheet (portrait, 3:4 photo) with Kazakh and Russian text, as an encoded JPEG. */
export async function photo(look: Look = {}): Promise<Buffer> {
  const { long = 2560, blur = 0, light = 1, quality = 80, noise = 5, desk = 96, seed = 1 } = look
  const width = Math.round(long * 0.75)
  const flat = await sharp({ create: { width, height: long, channels: 3, background: { r: desk + 20, g: desk, b: desk - 14 } } })
    .composite([{ input: await sheet(long, look.text ?? KAZAKH + RUSSIAN), left: Math.round(width * 0.06), top: Math.round(long * 0.05) }])
    .removeAlpha()
    .raw()
    .toBuffer()
  const soft = blur > 0 ? await sharp(flat, { raw: { width, height: long, channels: 3 } }).blur(blur).raw().toBuffer() : flat
  shade(soft, width, light, noise, seed)
  return sharp(soft, { raw: { width, height: long, channels: 3 } }).jpeg({ quality }).toBuffer()
}

/** White paper with a page of text, about 11 pt on A4. */
async function sheet(long: number, text: string): Promise<Buffer> {
  const width = Math.round(long * 0.75 * 0.88)
  const height = Math.round(long * 0.9)
  const blank = sharp({ create: { width, height, channels: 3, background: '#efeee9' } }).png()
  if (text === '') return blank.toBuffer()
  const words = await sharp({
    text: { text: `<span foreground="#26241f">${text.repeat(5)}</span>`, fontfile: FONT, font: 'Noto Sans 11', dpi: Math.round(width / 8.27), width: Math.round(width * 0.8), rgba: true, spacing: Math.round(long / 400) },
  }).png().toBuffer({ resolveWithObject: true })
  const fits = Math.min(words.info.height, Math.round(height * 0.85))
  const input = await sharp(words.data).extract({ left: 0, top: 0, width: words.info.width, height: fits }).png().toBuffer()
  return blank.composite([{ input, left: Math.round(width * 0.1), top: Math.round(height * 0.06) }]).toBuffer()
}

/** Uneven light and sensor noise, the same for the same seed. */
function shade(pixels: Buffer, width: number, light: number, noise: number, seed: number): void {
  let state = seed
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const x = (Math.floor(i / 3) % width) / width
    const value = pixels[i]! * light * (1.02 - 0.14 * x) + ((state >>> 16) / 65535 - 0.5) * 2 * noise
    pixels[i] = Math.max(0, Math.min(255, Math.round(value)))
  }
}
