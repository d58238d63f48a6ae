/** Trouble on demand: slowness, refusals, cut connections. */

/** What shall go wrong, how often, and for which calls. */
export interface Fault {
  /** Method name; all methods when absent. `download` is the fetching of a file, `webhook` the delivery of an update. */
  method?: string
  /** Only calls to this chat. */
  chat_id?: number
  /** Only calls that name this person. */
  user_id?: number
  /** How many calls; 1 when absent, negative for ever. */
  times?: number
  /** Real milliseconds to wait first. */
  delay?: number
  /** Refuse with this code … */
  error_code?: number
  /** … these words … */
  description?: string
  /** … and these seconds to wait. */
  retry_after?: number
  /** Destroy the connection before or after the call took effect. */
  cut?: 'before' | 'after'
}

/** Takes the faults that concern a call, counting them down. */
export function takeFaults(faults: Fault[], method: string, params: { chat_id?: unknown; user_id?: unknown }): Fault[] {
  const taken: Fault[] = []
  for (const fault of [...faults]) {
    if (fault.method && fault.method.toLowerCase() !== method.toLowerCase()) continue
    if (fault.chat_id !== undefined && String(fault.chat_id) !== String(params.chat_id)) continue
    if (fault.user_id !== undefined && String(fault.user_id) !== String(params.user_id)) continue
    if (!fault.method && (method === 'download' || method === 'webhook')) continue
    taken.push(fault)
    const left = fault.times ?? 1
    if (left > 0) fault.times = left - 1
    if (fault.times === 0) faults.splice(faults.indexOf(fault), 1)
    // one refusal at a time; delays may add up
    if (fault.error_code || fault.cut) break
  }
  return taken
}
