import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'))

/** Noto Sans: regular, semi-bold, bold. */
export const FONT_FILES = [
  join(FONTS, '400Regular/NotoSans_400Regular.ttf'), join(FONTS, '600SemiBold/NotoSans_600SemiBold.ttf'), join(FONTS, '700Bold/NotoSans_700Bold.ttf'),
] as const
