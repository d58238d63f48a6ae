// System programs that some tests need; without one its tests are left out by name.
import { onPath } from './paths.mjs'
import { Refusal, say } from './say.mjs'

/** Each name with the programs that will do. @type {Record<string, string[]>} */
const tools = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome'],
  qpdf: ['qpdf'],
  pdftotext: ['pdftotext'],
  pdftoppm: ['pdftoppm'],
  unzip: ['unzip'],
  'heif-enc': ['heif-enc'],
}

/** @returns {string[]} */
const missingTools = () => Object.keys(tools).filter((name) => !tools[name].some((program) => onPath(program)))

/** @param {NodeJS.ProcessEnv} env @returns {string} names with commas between, for QUJAT_MISSING */
export const checkTools = (env) => {
  const missing = missingTools()
  if (missing.length === 0) return ''
  if (env.CI === 'true' || env.QUJAT_NO_SKIP === '1') {
    throw new Refusal(`Missing, and nothing may be skipped here: ${missing.join(', ')}.`)
  }
  for (const name of missing) say(`${name} is not installed: tests that need it are skipped.`)
  return missing.join(',')
}
