// Draws the pictures of the README from the running product: node_modules/.bin/node docs/shots.ts
// Needs Chromium and pdftoppm; emoji look right where an emoji font is installed.
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import sharp from 'sharp'
import type { SimulatedPerson } from '../simulator/client.ts'
import { DESKTOP, openBrowser, openPage, PHONE } from '../test/browser/open-page.ts'
import { photoOf } from '../test/support/photo.ts'
import { startProduct } from '../test/support/product.ts'
import { reviewerOf, takes, topicOf } from '../test/support/reviewer.ts'
import { tells } from '../test/support/tells.ts'

const pictures = path.join(import.meta.dirname, 'pictures')
const font = path.join(import.meta.dirname, '../node_modules/@expo-google-fonts/noto-sans')

/** A picture of few colours: under 200 kB each. */
async function keep(name: string, png: Uint8Array, width?: number): Promise<void> {
  const file = path.join(pictures, name)
  const drawn = sharp(png)
  if (width !== undefined) drawn.resize({ width })
  await drawn.png({ palette: true, colours: 128, effort: 10, compressionLevel: 9 }).toFile(file)
  console.log(name, `${Math.ceil((await stat(file)).size / 1024)} kB`)
}

/** The product's own letters, so that the pictures look alike on every machine. */
async function letters(): Promise<string> {
  const faces = await Promise.all([[400, '400Regular'], [700, '700Bold']].map(async ([weight, name]) => {
    const bytes = await readFile(path.join(font, String(name), `NotoSans_${String(name)}.ttf`))
    return `@font-face { font-family: shot; font-weight: ${String(weight)}; src: url(data:font/ttf;base64,${bytes.toString('base64')}) }`
  }))
  return `${faces.join('\n')} body { font-family: shot, "Noto Color Emoji", sans-serif !important } .doings { visibility: hidden }`
}

const product = await startProduct()
const browser = await openBrowser()
const style = await letters()

/** A chat of the page as one sees it there, or from the message on that `top` matches. */
async function shoot(name: string, place: string, options: BrowserContextOptions, top?: RegExp): Promise<void> {
  const { page } = await openPage(browser, `${product.simulator.url}/${place}`, { ...options, bypassCSP: true })
  await page.addStyleTag({ content: style })
  await page.locator('#messages .message').last().waitFor()
  if (options === DESKTOP) await page.locator('#languages button').filter({ hasText: 'Рус' }).click()
  if (top) await page.locator('#messages .message').filter({ hasText: top }).last().evaluate((element) => { element.scrollIntoView({ block: 'start' }) })
  await page.waitForTimeout(500) // letters and photos are being drawn
  if (!top) await page.locator('#messages .message').last().evaluate((element) => { element.scrollIntoView({ block: 'end' }) })
  await keep(name, await page.screenshot())
  await page.context().close()
}

/** One page of a PDF, as a stranger's program draws it. */
async function drawPage(name: string, pdf: Buffer, number: number): Promise<void> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'qujat-shot-'))
  try {
    await writeFile(path.join(dir, 'paper.pdf'), pdf)
    execFileSync('pdftoppm', ['-r', '110', '-png', '-singlefile', '-f', String(number), '-l', String(number), path.join(dir, 'paper.pdf'), path.join(dir, 'page')])
    await keep(name, await readFile(path.join(dir, 'page.png')), 780)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function sendsPapers(me: SimulatedPerson, chat: string): Promise<void> {
  await me.presses(/Жеке басты куәландыратын/)
  await me.sendsAlbum([await photoOf('ЖЕКЕ КУӘЛІК', { seed: 1, width: 1600, height: 1200 }), await photoOf('ЖЕКЕ КУӘЛІК, АРТЫ', { seed: 2, width: 1600, height: 1200 })])
  await me.expects(/Алдым.*2 бет/s)
  await shoot('chat-receipt.png', chat, PHONE)
  await me.presses('Тізімге')
  await me.presses(/Білім туралы құжат/)
  await me.sendsPhoto(await photoOf('ДИПЛОМ', { seed: 3 }))
  await me.expects(/Алдым/)
  await me.presses('Тізімге')
}

try {
  const me = await product.sim.person({ firstName: 'Серік', language: 'kk' })
  const chat = `#p/${me.id}`
  await me.start()
  await me.presses('Қазақша')
  await shoot('chat-start.png', chat, PHONE)
  await tells(me, [
    '[Бастау]', '[Келісемін]', 'данекерлеуши', /Электр газбен дәнекерлеуші/, /^6/, '[Өзім үшін]', '[Өз қалауым]', '[Өзім]',
    'Сериков Серік Серікұлы', '[Растаймын]', '900101300017', '1 қаңтар 1990', '[Қазақстан]', '[Жеке куәлік]', '012345678', /Нөмірімді/, 'Ақсу қаласы, Абай көшесі 1', '[Қазақша]', '[Керек емес]',
    '[Колледж]', 'Ақсу колледжі', 'Дәнекерлеуші', /^Қазақстан/, '[Иә]', '2009', '[Жоқ]',
    '[Иә]', 'Ақсу ферроқорытпа зауыты', 'Дәнекерлеуші', '5', '03.2015 бастап қазірге дейін', '[Еңбек кітапшасы]', '[Дайын]', '[Жоқ]', '[Жоқ]', '[Бәрі дұрыс]',
  ])
  await me.expects('Сіздің құжаттар тізбеңіз')
  await shoot('chat-checklist.png', chat, PHONE, /Сіздің құжаттар тізбеңіз/)
  await sendsPapers(me, chat)
  await tells(me, ['[Тексеруге жіберу]', '[Растаймын]', '[Таныстым]', '[Тексеруге жіберу]'])
  await me.expects(/26-0001[^]*кезекте/)

  const reviewer = await reviewerOf(product.sim)
  const thread = await topicOf(product.sim, 'Сериков')
  const { pdf } = await takes(reviewer, thread)
  await shoot('staff-card.png', `#g/${thread}`, DESKTOP)
  await drawPage('dossier-cover.png', pdf, 1)
  await drawPage('dossier-page.png', pdf, 3)
  const application = (await reviewer.messages()).find(({ document }) => document?.file_name?.endsWith('-application.pdf'))
  if (application) await drawPage('application.png', await reviewer.downloads(application), 1)
  const identity = (await reviewer.messages()).find(({ document }) => document?.file_name?.endsWith('-identity.pdf'))
  if (identity) await drawPage('identity.png', await reviewer.downloads(identity), 1)
  const list = (await me.messages()).findLast(({ document }) => document?.file_name?.startsWith('құжаттар'))
  if (list) await drawPage('checklist.png', await me.downloads(list), 1)
  if (product.errors.length > 0) throw new Error(product.errors.join('\n'))
} finally {
  await browser.close()
  await product.stop()
}
