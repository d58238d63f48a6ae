/** What precedes a regular expression; after a name, a number or a closing bracket the stroke divides. */
const BEFORE_REGEX = /(?:^|[(,=:[!&|?{};>]|\breturn|\bcase)\s*$/
const TOKEN = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y
const REGEX = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y
/** From a backtick, or from the brace that ends a hole, to the next hole or the closing backtick. */
const TEMPLATE = /[`}](?:\\.|\$(?!\{)|[^`\\$])*(?:`|\$\{)/y

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** The same text with comments, strings and regular expressions as spaces: every line and column stays where it was. */
export function codeOnly(text: string): string {
  /** Open braces inside each open hole of a template. */
  const holes: number[] = []
  let code = ''
  while (code.length < text.length) {
    const at = code.length
    const sign = text.charAt(at)
    const ends = sign === '}' && holes.at(-1) === 0
    const template = sign === '`' || ends ? match(TEMPLATE, text, at) : null
    const taken = template ?? match(TOKEN, text, at) ?? (sign === '/' && BEFORE_REGEX.test(code.slice(-40)) ? match(REGEX, text, at) : null)
    if (template !== null) {
      if (ends) holes.pop()
      if (template.endsWith('${')) holes.push(0)
    } else if (holes.length > 0 && (sign === '{' || sign === '}')) holes.push((holes.pop() ?? 0) + (sign === '{' ? 1 : -1))
    code += taken === null ? sign : blank(taken)
  }
  return code
}
