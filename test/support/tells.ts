import type { SimulatedPerson } from '../../simulator/client.ts'

/** One line of a journey: `[…]` presses a button, anything else is typed; a pattern presses what it matches. */
export type Line = string | RegExp

/** Lets a person go through questions in order, as quickly as the bot asks. */
export async function tells(me: SimulatedPerson, lines: Line[]): Promise<void> {
  for (const line of lines) {
    if (line instanceof RegExp) await me.presses(line)
    else if (line.startsWith('[')) await me.presses(line.slice(1, -1))
    else {
      const before = (await me.messages()).length
      await me.says(line)
      // The next question must be there before the next words are typed.
      while ((await me.messages()).length < before + 2) await new Promise((resolve) => { setTimeout(resolve, 10) })
    }
  }
}
