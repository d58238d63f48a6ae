const CODE = /^[A-Za-z0-9_.-]{1,60}$/
const FRAMES = 6

/**
 * An error for the log: its class, its code, where it was thrown, and the same of its cause. Never its message:
 * messages quote what they choked on, and that may be a name.
 */
export function describeError(error: unknown, depth = 2): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : null
  return {
    error: error.name,
    ...(code ? { code } : {}),
    at: framesOf(error),
    ...(error.cause && depth > 0 ? { cause: describeError(error.cause, depth - 1) } : {}),
  }
}

const framesOf = (error: Error): string[] =>
  (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)).slice(0, FRAMES).map(line => line.trim())
