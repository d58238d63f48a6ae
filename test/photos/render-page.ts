import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { pageData, type PageKind } from './page-data.ts'

/** Pixels of three channels, 0–255. */
export type Picture = { data: Uint8Array; width: number; height: number }

const noto = path.dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'))
const fontPaths = [...['400Regular', '600SemiBold', '700Bold'].map((face) => path.join(noto, face)), path.join(import.meta.dirname, 'fonts')]
const source = readFileSync(path.join(import.meta.dirname, 'pages.typ'), 'utf8')

let compiler: NodeCompiler | null = null
let pdfium: Promise<PDFiumLibrary> | null = null

/** A flat, clean page as a scanner would see it, at `dpi`. */
export async function renderPage(kind: PageKind, options: { seed?: number; dpi?: number; mrz?: string[] } = {}): Promise<Picture> {
  const { seed = 1, dpi = 220, mrz } = options
  compiler ??= NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontPaths }] })
  const result = compiler.compile({ mainFileContent: source, inputs: { data: JSON.stringify(pageData(kind, seed, mrz)) } })
  if (!result.result) throw new Error(JSON.stringify(result.takeDiagnostics()?.shortDiagnostics))
  const pdf = compiler.pdf(result.result, { creationTimestamp: 0 })
  const library = await (pdfium ??= PDFiumLibrary.init())
  const document = await library.loadDocument(pdf)
  const { data, width, height } = await document.getPage(0).render({ scale: dpi / 72, render: 'bitmap' })
  const rgb = new Uint8Array(width * height * 3)
  for (let i = 0, o = 0; o < rgb.length; i += 4, o += 3) {
    rgb[o] = data[i]!
    rgb[o + 1] = data[i + 1]!
    rgb[o + 2] = data[i + 2]!
  }
  document.destroy()
  return { data: rgb, width, height }
}
