/** What happens to the staff group: it moves, has topics, members and a command menu. */
import type { BotCommand, Message } from '@grammyjs/types'
import type { Deeds } from './deeds.ts'
import { iconEmoji } from './icons.ts'
import { memberView } from './methods/chats.ts'
import type { Inbox } from './updates.ts'
import { chatView, nextId, store, type SimChat, type World } from './world.ts'

/** A topic as the page shows it. */
export interface TopicView {
  thread: number
  name: string
  icon: string | undefined
  closed: boolean
  pinned: Message[]
  messages: number
}

/** The operations of the group. */
export function createGroup({ world, inbox, deeds, staff }: { world: World; inbox: Inbox; deeds: Deeds; staff: () => SimChat }) {
  const { state } = world

  /** The group gets a new id; the old one answers with it. */
  function migrate(newId?: number): number {
    const old = staff()
    const id = newId ?? old.id - 1_000_007
    const moved: SimChat = {
      ...old,
      id,
      messages: old.messages.map((one) => ({ ...one, message: { ...one.message, chat: { ...one.message.chat, id } } as Message })),
      members: { ...old.members },
    }
    state.chats.push(moved)
    const told = (place: SimChat, fields: Partial<Message>) => {
      const message = {
        message_id: nextId(world, place),
        from: state.bot,
        chat: chatView(world, place),
        date: world.clock.seconds(),
        ...fields,
      } as Message
      store(world, place, message, { by: 'service' })
      inbox.push('message', message, `chat:${place.id}`)
    }
    told(old, { migrate_to_chat_id: id })
    told(moved, { migrate_from_chat_id: old.id })
    old.migratedTo = id
    state.staffChatId = id
    world.changed('topics', id)
    return id
  }

  function topics(): TopicView[] {
    const group = staff()
    return group.topics.map((topic) => {
      const inside = group.messages.filter(({ message, deleted }) => message.message_thread_id === topic.message_thread_id && !deleted)
      return {
        thread: topic.message_thread_id,
        name: topic.name,
        icon: iconEmoji(topic.icon_custom_emoji_id),
        closed: topic.closed,
        pinned: inside.filter(({ message }) => group.pinned.includes(message.message_id)).map(({ message }) => message),
        messages: inside.length,
      }
    })
  }

  /** The command menu a person sees in a chat: the narrowest scope wins, the language's own before the common one. */
  function commands(personId: number, where: 'private' | 'staff' = 'private'): BotCommand[] {
    const person = deeds.person(personId)
    const admin = ['creator', 'administrator'].includes(staff().members[personId] ?? '')
    const scopes =
      where === 'private'
        ? [{ type: 'chat', chat_id: personId }, { type: 'all_private_chats' }, { type: 'default' }]
        : [
            { type: 'chat_member', chat_id: staff().id, user_id: personId },
            ...(admin ? [{ type: 'chat_administrators', chat_id: staff().id }] : []),
            { type: 'chat', chat_id: staff().id },
            ...(admin ? [{ type: 'all_chat_administrators' }] : []),
            { type: 'all_group_chats' },
            { type: 'default' },
          ]
    const key = (scope: object) =>
      JSON.stringify(
        Object.entries(scope)
          .map(([name, value]) => [name, String(value)])
          .sort(),
      )
    for (const scope of scopes) {
      for (const language of [person.language_code ?? '', '']) {
        const found = state.settings.commands.find((entry) => key(entry.scope) === key(scope) && entry.language === language)
        if (found && found.commands.length > 0) return found.commands
      }
    }
    return []
  }

  /** Somebody enters, leaves or is given a role in the staff group; also the bot itself. */
  function setMember(id: number, status: 'creator' | 'administrator' | 'member' | 'left'): void {
    const group = staff()
    const old_chat_member = memberView(world, group, id)
    group.members[id] = status
    const change = {
      chat: chatView(world, group),
      from: old_chat_member?.user ?? state.bot,
      date: world.clock.seconds(),
      old_chat_member,
      new_chat_member: memberView(world, group, id),
    }
    inbox.push(id === state.bot.id ? 'my_chat_member' : 'chat_member', change, `chat:${group.id}`)
    world.changed('persons')
  }
  return { migrate, topics, commands, setMember }
}
