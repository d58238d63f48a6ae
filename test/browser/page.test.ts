import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lacks } from '../support/bag.ts'
import { photoOf } from '../support/photo.ts'
import { startProduct, type TestProduct } from '../support/product.ts'
import { fingerOn } from './finger.ts'
import { openBrowser, openPage, PHONE } from './open-page.ts'

const photo = async (title: string, seed: number): Promise<{ name: string; bytes: Buffer }> => ({ name: `${title}.jpg`, bytes: await photoOf(title, { seed }) })

describe.skipIf(lacks('chromium'))('the page in Chromium, at the width of a phone', () => {
  let product: TestProduct
  let browser: Browser
  beforeAll(async () => {
    product = await startProduct()
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  it('a welder presses Start, answers in Kazakh, sends photos and a case; the staff group shows a topic with his card', { timeout: 120_000 }, async () => {
    await product.sim.person({ firstName: 'Серік', language: 'kk' })
    await product.sim.person({ firstName: 'Гүлнар', language: 'ru', staff: 'member' })
    const { page, broken } = await openPage(browser, product.simulator.url, PHONE)
    const serik = fingerOn(page)

    await serik.opens('Серік')
    await serik.begins()
    await serik.goesThrough(['[Қазақша]', '[Бастау]'])
    await serik.sees('Келісім')
    await serik.goesThrough([
      '[Келісемін]', 'данекерлеуши', /Электр газбен дәнекерлеуші/, /^6/, '[Өзім үшін]', '[Өз қалауым]', '[Өзім]',
      'Сериков Серік Серікұлы', '[Растаймын]', '900101300017', '1 қаңтар 1990', '[Қазақстан]', '[Жеке куәлік]', '012345678', /Нөмірімді/, 'Ақсу қаласы, Абай көшесі 1', '[Қазақша]', '[Керек емес]',
      /^Колледж/, 'Ақсу колледжі', 'Дәнекерлеуші', /^Қазақстан/, '[Иә]', '2009', '[Жоқ]', '[Жоқ]', '[Жоқ]', '[Бәрі дұрыс]',
    ])
    const list = await serik.sees('Сіздің құжаттар тізбеңіз')
    expect(await list.innerText()).toMatch(/Міндетті[^]*Жеке басты куәландыратын құжат[^]*Білім туралы құжат/)

    await serik.presses(/Жеке басты куәландыратын/)
    await serik.sees('Тану қағидалары, № 374')
    await serik.sends([await photo('ЖЕКЕ КУӘЛІК', 1), await photo('ЖЕКЕ КУӘЛІК АРТЫ', 2)])
    await serik.sees(/Алдым[^]*2 бет/)
    await serik.presses('Тізімге')
    await serik.presses(/Білім туралы құжат/)
    await serik.sends([await photo('ДИПЛОМ', 3)])
    await serik.sees(/Алдым[^]*1 бет/)
    await serik.presses('Тізімге')
    await serik.sees('Міндетті құжаттардың бәрі бар')
    await serik.goesThrough(['[Тексеруге жіберу]', '[Растаймын]', /^Таныстым/])
    await serik.sees('Тексеруге жіберейік пе?')
    await serik.presses('Тексеруге жіберу')
    await serik.sees(/26-0001[^]*кезекте/)

    await serik.goesBack()
    const staff = fingerOn(page)
    await staff.opens('Сериков Серік Серікұлы')
    expect(await (await staff.sees('№ 26-0001')).innerText()).toContain('Сериков Серік Серікұлы')
    await page.locator('#pinned').getByText('26-0001').waitFor()
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBeLessThanOrEqual(390)
    expect(product.errors).toEqual([])
    expect(broken).toEqual([])
  })
})
