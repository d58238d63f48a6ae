import type { Locator, Page } from 'playwright-core'
import type { Line } from '../support/tells.ts'

export type Photo = { name: string; bytes: Buffer }

/** What a person does on the page with a finger and a keyboard, and what he sees there. */
export type Finger = {
  opens(name: string): Promise<void>
  begins(): Promise<void>
  /** The newest button with these words. */
  presses(words: string | RegExp): Promise<void>
  types(words: string): Promise<void>
  sends(photos: Photo[], caption?: string): Promise<void>
  /** `[…]` presses, a pattern presses what it matches, anything else is typed. */
  goesThrough(lines: Line[]): Promise<void>
  sees(words: string | RegExp): Promise<Locator>
  goesBack(): Promise<void>
}

const exact = (words: string | RegExp): RegExp => (typeof words === 'string' ? new RegExp(`^\\s*${words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`) : words)

export function fingerOn(page: Page): Finger {
  const heard = page.locator('#messages .message:not(.mine)')

  /** A button pressed before may still stand there while its answer is on the way: it is not pressed again. */
  async function presses(words: string | RegExp): Promise<void> {
    const inline = page.locator('#messages .buttons button:not([data-pressed])').filter({ hasText: exact(words) }).last()
    const button = inline.or(page.locator('#keyboard button').filter({ hasText: exact(words) })).last()
    await button.waitFor()
    const found = await button.elementHandle()
    await found?.evaluate((element) => element.setAttribute('data-pressed', ''))
    await found?.click()
  }

  async function types(words: string): Promise<void> {
    const before = await heard.count()
    await page.locator('#input').fill(words)
    await page.locator('#send').click()
    // The next question must be there before the next words are typed.
    await heard.nth(before).waitFor()
  }

  return {
    presses, types,
    opens: (name) => page.locator('#people button, #topics button').filter({ hasText: name }).click(),
    begins: () => page.locator('#begin-button').click(),
    goesBack: () => page.locator('#back').click(),
    async sends(photos, caption = '') {
      await page.locator('#attach-open').click()
      const chooser = page.waitForEvent('filechooser')
      await page.locator('#attach button').first().click()
      await (await chooser).setFiles(photos.map(({ name, bytes }) => ({ name, mimeType: 'image/jpeg', buffer: bytes })))
      await page.locator('#files .chip').nth(photos.length - 1).waitFor()
      await page.locator('#input').fill(caption)
      await page.locator('#send').click()
    },
    async goesThrough(lines) {
      for (const line of lines) {
        if (line instanceof RegExp) await presses(line)
        else if (line.startsWith('[')) await presses(line.slice(1, -1))
        else await types(line)
      }
    },
    async sees(words) {
      const message = heard.filter({ hasText: words }).last()
      await message.waitFor()
      return message
    },
  }
}
