import type { App } from '../app/app.ts'

export type StaffChat = {
  get(): number
  /** Reads where the group went before this process started. */
  load(): Promise<void>
  /** The group was upgraded and has another id. */
  migrated(to: number): Promise<void>
  /** The bot is in a group that is not the staff's: whoever sets it up finds its id in the log. */
  foreign(chat: number): void
}

/** The staff group's id follows a migration to a supergroup and survives a restart. */
export function makeStaffChat(given: number, app: Pick<App, 'store'>, log: { warn(fields: object, text: string): void }): StaffChat {
  const name = `staff.chat.${given}`
  let id = given
  return {
    get: () => id,
    load: async () => { id = Number((await app.store.fact(name)) ?? given) },
    migrated: async (to) => {
      id = to
      await app.store.saveFact(name, String(to))
    },
    foreign: (chat) => log.warn({ chat }, 'the bot was added to a group that is not STAFF_CHAT_ID'),
  }
}
