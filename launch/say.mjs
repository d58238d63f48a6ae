// The launcher's voice: short lines for a person, on stderr so that stdout stays the program's.

/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`)

/** A refusal a person can act on: printed without a stack. */
export class Refusal extends Error {
  /** @param {string} message @param {number} code the exit code */
  constructor(message, code = 1) {
    super(message)
    this.code = code
  }
}

/** Runs a command's main function; the exit code is what it returns. @param {() => Promise<number>} main */
export const run = async (main) => {
  try {
    process.exitCode = await main()
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error?.stack ?? error))
    process.exitCode = error instanceof Refusal ? error.code : 1
  }
}
