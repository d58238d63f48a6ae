// System programs that some tests need; without one its tests are left out by name.
import { existsSync } from 'node:fs'
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

/** Validates PDF/A-1b; needs a Java besides. A machine without it is no reason to refuse the rest, so it may always be left out. */
const hasPreflight = () => existsSync('/usr/share/java/preflight.jar') && onPath('java')

/** @returns {string[]} */
const missingTools = () => Object.keys(tools).filter((name) => !tools[name].some((program) => onPath(program)))

/** @param {NodeJS.ProcessEnv} env @returns {string} names with commas between, for QUJAT_MISSING */
export const checkTools = (env) => {
  const missing = missingTools()
  const optional = hasPreflight() ? [] : ['preflight']
  if (missing.length > 0 && (env.CI === 'true' || env.QUJAT_NO_SKIP === '1')) {
    throw new Refusal(`Missing, and nothing may be skipped here: ${missing.join(', ')}.`)
  }
  for (const name of [...missing, ...optional]) say(`${name} is not installed: tests that need it are skipped.`)
  return [...missing, ...optional].join(',')
}
