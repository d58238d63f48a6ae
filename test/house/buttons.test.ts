import { describe, expect, it } from 'vitest'
import { LANGS } from '../../src/domain/case/case.ts'
import { buttonTexts, MOST } from './buttons.ts'
import { isOnlySigns } from './text-rules.ts'

describe('buttons', () => {
  it.each(LANGS)(`in %s say it in ${MOST} characters`, (lang) => {
    const [longest] = buttonTexts(lang)
    console.log(`${lang}: longest button ${longest?.length} «${longest?.text}» (${longest?.key})`)
    expect(buttonTexts(lang).filter(({ length }) => length > MOST).map(({ key, text, length }) => `${key} ${length} «${text}»`)).toEqual([])
  })
  it.each(LANGS)('in %s have words beside their pictures, and no HTML', (lang) => {
    expect(buttonTexts(lang).filter(({ text }) => isOnlySigns(text) || /<[a-z]/.test(text))).toEqual([])
  })
})
