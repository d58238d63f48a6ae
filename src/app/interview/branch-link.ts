/** Which branch's link somebody came by, until the consent allows a case: in memory only, for nothing may be stored before. */
const waiting = new Map<number, string>()
const MOST = 10_000

/** A start after the link may come in any order; the oldest are forgotten. */
export function rememberBranch(account: number, branch: string): void {
  waiting.delete(account)
  waiting.set(account, branch)
  const oldest = waiting.size > MOST ? waiting.keys().next().value : undefined
  if (oldest !== undefined) waiting.delete(oldest)
}

export function takeBranch(account: number): string | null {
  const branch = waiting.get(account) ?? null
  waiting.delete(account)
  return branch
}
