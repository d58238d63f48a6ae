/** Names of everything in Redis. Short, because every byte is paid once per case. */
export function redisKeys(prefix = 'q:') {
  return {
    /** Hash of a case: p plain JSON, s sealed secret, r revision, n nonce of the last save, o applicant, i and f what it is found by. */
    case: (id: string) => `${prefix}c:${id}`,
    /** The case's key, wrapped with the vault key. */
    key: (id: string) => `${prefix}k:${id}`,
    /** List: the case's audit, oldest first. */
    audit: (id: string) => `${prefix}l:${id}`,
    /** A decision being prepared, sealed with the case's key. */
    draft: (id: string) => `${prefix}d:${id}`,
    account: (id: number) => `${prefix}a:${id}`,
    /** Set of update ids, 256 to a bucket: Redis keeps such a set as four bytes a number. */
    updates: (update: number) => `${prefix}u:${Math.floor(update / 256)}`,
    /** Sorted set of case ids by time of birth. */
    found: (kind: 'iin' | 'phone', hash: string) => `${prefix}${kind === 'iin' ? 'i' : 'f'}:${hash}`,
    applicant: (applicant: string) => `${prefix}o:${applicant}`,
    /** Hash: number → case id; empty once the case is erased. */
    numbers: `${prefix}nm`,
    /** Hash: year → last number given. */
    counter: `${prefix}n`,
    /** Hash: hash of a question's words → the words. */
    words: `${prefix}w`,
    /** Sorted set: cases sent and taken by nobody, by the moment they were sent. */
    queue: `${prefix}qs`,
    /** Hash: case → its line of the register: what lists and figures need of it, in the open. */
    register: `${prefix}rg`,
    /** Hash: case → the applicant's name, sealed. */
    names: `${prefix}rn`,
    /** List: who tried the desk without being staff, newest first. */
    strangers: `${prefix}sl`,
    /** Sorted set: moments of the calls that are counted; and how long nothing goes. */
    pace: (name: string) => `${prefix}pc:${name}`,
    /** Hash of a notice: j its content, s its state. With a part behind it: recipients, ledger and tally of a run, finished slices, locks. */
    notice: (id: string) => `${prefix}nt:${id}`,
    /** Sorted set: notices by the moment they were begun. */
    notices: `${prefix}nx`,
    /** Set: notices that wait for their moment or are under way. */
    noticesActive: `${prefix}na`,
    noticeCount: `${prefix}nn`,
    /** Hash: applicant → sealed topic. */
    topics: `${prefix}tp`,
    /** Hash: thread → applicant. */
    threads: `${prefix}th`,
    facts: `${prefix}fx`,
    /** Hash: version of the catalogue → its record; `current` → the number in force. */
    versions: `${prefix}cv`,
    /** Hash: hash of a catalogue's files → the files, compressed. */
    catalogues: `${prefix}cb`,
    dialogue: (chat: string) => `${prefix}g:${chat}`,
    /** Forgotten by itself. */
    note: (name: string) => `${prefix}t:${name}`,
    /** Counts the changes of topics and facts, so that a snapshot is written only after one. */
    globals: `${prefix}gr`,
    /** Hash: what is to be done → revision and job. */
    effects: `${prefix}ef`,
    /** Sorted set: what is to be done, by the moment it was asked. */
    effectTimes: `${prefix}ez`,
    /** Held while one effect about a thing runs. */
    lock: (base: string) => `${prefix}b:${base}`,
    /** Sorted set: cases changed since their snapshot, by revision. */
    dirty: `${prefix}dy`,
  }
}

export type RedisKeys = ReturnType<typeof redisKeys>
