/** The icons a topic may have; the real platform's set, shortened, with ids of our own. */
import type { Sticker } from '@grammyjs/types';

const EMOJI = ['📰', '💡', '⚡️', '🎙', '🔝', '🗣', '🆒', '❗️', '📝', '📆', '📁', '🔎', '📣', '🔥', '❤️', '❓', '📈', '📉', '💎', '💰', '💸', '🪙', '💱', '⁉️', '🎮', '💻', '📱', '🚗', '🏠', '💘', '🎉', '‼️', '🏆', '🏁', '🎬', '🎵', '🔞', '📚', '👑', '⚽️', '🏀', '📺', '👀', '🫦', '🍓', '💄', '👠', '✈️', '🧳', '🏖', '⛅️', '🦄', '🛍', '👜', '🛒', '🚂', '🛥', '🏔', '🏕', '🤖', '🪩', '🎟', '🏴‍☠️', '🗳', '🎓', '🔭', '🔬', '🎶', '🎤', '🕺', '💃', '🪖', '💼', '🧪', '👨‍👩‍👧‍👦', '👶', '🤰', '💅', '🏛', '🧮', '🖨', '👮‍♂️', '🩺', '💊', '💉', '🧼', '🪪', '🛃', '🍽', '🐟', '🎨', '🎭', '🎩', '🔮', '🍹', '🎂', '☕️', '🍣', '🍔', '🍕', '🦠', '💬', '🎄', '🎃', '✅', '✍️', '🧠', '⭐️', '🏷'];

const id = (index: number) => String(5300000000000000000n + BigInt(index) * 1_000_003n);

/** As `getForumTopicIconStickers` answers. */
export const TOPIC_ICONS: Sticker[] = EMOJI.map((emoji, index) => ({
  file_id: `CAACAgIAAx${id(index)}`, file_unique_id: `AQAD${id(index)}`, type: 'custom_emoji', width: 512, height: 512,
  is_animated: true, is_video: false, emoji, set_name: 'Topics', custom_emoji_id: id(index),
}));

/** The emoji behind an icon's id. */
export const iconEmoji = (customEmojiId: string | undefined) => TOPIC_ICONS.find((one) => one.custom_emoji_id === customEmojiId)?.emoji;
