/** Who and where: the bot itself, chats, members, reactions. */
import { badRequest } from '../errors.ts'
import { chatView, find, userOf, type SimChat, type World } from '../world.ts'
import { chatOf, type Method } from './call.ts'

const RIGHTS = {
  is_anonymous: false,
  can_manage_chat: true,
  can_delete_messages: true,
  can_manage_video_chats: false,
  can_restrict_members: false,
  can_promote_members: false,
  can_change_info: true,
  can_invite_users: true,
  can_post_stories: false,
  can_edit_stories: false,
  can_delete_stories: false,
  can_pin_messages: true,
  can_manage_topics: true,
  can_send_welcome_messages: false,
}

export const getMe: Method = ({ world }) => ({
  ...world.state.bot,
  first_name: world.state.settings.names[''] ?? world.state.bot.first_name,
  can_join_groups: true,
  can_read_all_group_messages: true,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
})
export const logOut: Method = () => true
export const close: Method = () => true

/** A member as the Bot API shows one. */
export function memberView(world: World, chat: SimChat, id: number): Record<string, unknown> | null {
  const person = world.state.persons.find((one) => one.id === id)
  const user = id === world.state.bot.id ? world.state.bot : person && userOf(person)
  if (!user) return null
  const status = chat.members[id] ?? 'left'
  if (status === 'administrator') return { status, user, can_be_edited: false, ...RIGHTS }
  return { status, user, ...(status === 'creator' ? { is_anonymous: false } : {}) }
}

export const getChat: Method = (call) => {
  const chat = chatOf(call, call.params.chat_id)
  const pinned = find(chat, chat.pinned.at(-1))
  return {
    ...chatView(call.world, chat),
    accent_color_id: 0,
    max_reaction_count: 11,
    accepted_gift_types: { unlimited_gifts: true, limited_gifts: true, unique_gifts: true, premium_subscription: true },
    ...(chat.type === 'private' ? {} : { permissions: { can_send_messages: true } }),
    ...(pinned ? { pinned_message: pinned.message } : {}),
  }
}

export const getChatMember: Method = (call) => {
  const member = memberView(call.world, chatOf(call, call.params.chat_id), call.params.user_id)
  if (!member) throw badRequest('PARTICIPANT_ID_INVALID')
  return member
}

const memberIds = (chat: SimChat) =>
  Object.keys(chat.members)
    .map(Number)
    .filter((id) => chat.members[id] !== 'left')

export const getChatAdministrators: Method = (call) => {
  const chat = chatOf(call, call.params.chat_id)
  if (chat.type === 'private') throw badRequest('there are no administrators in the private chat')
  return memberIds(chat)
    .filter((id) => chat.members[id] !== 'member')
    .map((id) => memberView(call.world, chat, id))
}

export const getChatMemberCount: Method = (call) => {
  const chat = chatOf(call, call.params.chat_id)
  return chat.type === 'private' ? 2 : memberIds(chat).length
}

const ALLOWED =
  '❤👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳❤‍🔥🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👨‍💻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷‍♂🤷🤷‍♀😡'

export const setMessageReaction: Method = (call) => {
  const { world, params } = call
  const chat = chatOf(call, params.chat_id)
  const stored = find(chat, params.message_id)
  if (!stored) throw badRequest('message to react not found')
  const reaction = params.reaction ?? []
  if (reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY')
  for (const one of reaction)
    if (one.type !== 'emoji' || !ALLOWED.includes(String(one.emoji).replace('\uFE0F', ''))) throw badRequest('REACTION_INVALID')
  stored.reactions = [
    ...(stored.reactions ?? []).filter(({ by }) => by !== world.state.bot.id),
    ...(reaction.length ? [{ by: world.state.bot.id, reaction }] : []),
  ]
  stored.seq = world.changed('edited', chat.id, params.message_id)
  return true
}
