// Everything a start has begun: if one ends, all end; stopped in the reverse order of starting.

/**
 * @typedef {{ name: string, exited: Promise<number>, tail: string[], stop: () => Promise<unknown> }} Member
 */

export const createFamily = () => {
  /** @type {Member[]} */
  const members = []
  let ending = false
  let report = (/** @type {Member & { code: number }} */ _) => {}
  /** @type {Promise<Member & { code: number }>} the first that ends by itself */
  const died = new Promise((resolve) => {
    report = resolve
  })
  return {
    died,
    /** @param {Member} member */
    add: (member) => {
      members.push(member)
      member.exited.then((code) => ending || report({ ...member, code }))
    },
    stop: async () => {
      ending = true
      for (const member of members.toReversed()) await member.stop()
    },
  }
}
