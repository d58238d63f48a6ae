/** All methods the stand-in can do, by name. */
import * as chats from './chats.ts'
import * as copies from './copies.ts'
import * as inbox from './inbox.ts'
import * as media from './media.ts'
import * as settings from './settings.ts'
import * as texts from './texts.ts'
import * as topics from './topics.ts'
import type { Method } from './call.ts'

const { memberView: _memberView, ...ofChats } = chats
const { remove: _remove, ...ofCopies } = copies
const { mediaOf: _mediaOf, ...ofMedia } = media
const { edit: _edit, ...ofTexts } = texts
const { dropTopic: _dropTopic, ...ofTopics } = topics

/** Method by its name as the Bot API writes it. */
export const methods: Record<string, Method> = { ...ofChats, ...ofCopies, ...inbox, ...ofMedia, ...settings, ...ofTexts, ...ofTopics }
