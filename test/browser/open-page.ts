import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome']
const QUIET = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** The machine's own Chromium: none is downloaded. */
function browserProgram(): string {
  const folders = ['/usr/bin', ...(process.env['PATH'] ?? '').split(delimiter)]
  const found = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) => existsSync(file))
  if (!found) throw new Error('Chromium was not found')
  return found
}

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: browserProgram(), args: QUIET })

/** A phone of today, held upright. */
export const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'kk-KZ', timezoneId: 'Asia/Almaty' }
export const DESKTOP: BrowserContextOptions = { viewport: { width: 1180, height: 900 }, locale: 'ru-RU', timezoneId: 'Asia/Almaty' }

/** The simulator's page; whatever breaks in it is an error of the run. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions): Promise<{ page: Page; broken: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const broken: string[] = []
  page.on('pageerror', (error) => broken.push(error.message))
  page.on('console', (line) => { if (line.type() === 'error') broken.push(line.text()) })
  page.on('dialog', (dialog) => { void dialog.accept() })
  await page.goto(url)
  return { page, broken }
}
