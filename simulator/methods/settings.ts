/** How the bot presents itself: commands, names, descriptions, menu. */
import type { Settings } from '../world.ts'
import { chatOf, type Call, type Method } from './call.ts'

const scopeOf = (call: Call) => {
  const scope = call.params.scope ?? { type: 'default' }
  if (scope.chat_id !== undefined) chatOf(call, scope.chat_id)
  return scope
}
const language = (call: Call): string => call.params.language_code ?? ''
const same = (call: Call) => {
  const scope = JSON.stringify(scopeOf(call))
  return (entry: Settings['commands'][number]) => JSON.stringify(entry.scope) === scope && entry.language === language(call)
}

export const setMyCommands: Method = (call) => {
  deleteMyCommands(call)
  const commands = call.params.commands.map((one: { command: string }) => ({ ...one, command: one.command.replace(/^\//, '') }))
  call.world.state.settings.commands.push({ scope: scopeOf(call), language: language(call), commands })
  call.world.changed('settings')
  return true
}

export const getMyCommands: Method = (call) => call.world.state.settings.commands.find(same(call))?.commands ?? []

export const deleteMyCommands: Method = (call) => {
  const { settings } = call.world.state
  settings.commands = settings.commands.filter((entry) => !same(call)(entry))
  call.world.changed('settings')
  return true
}

type Words = 'names' | 'descriptions' | 'shorts'
const FIELD = { names: 'name', descriptions: 'description', shorts: 'short_description' } as const

const setting =
  (which: Words): Method =>
  (call) => {
    const value: string = call.params[FIELD[which]] ?? ''
    if (value) call.world.state.settings[which][language(call)] = value
    else delete call.world.state.settings[which][language(call)]
    call.world.changed('settings')
    return true
  }
const getting =
  (which: Words): Method =>
  (call) => {
    const words = call.world.state.settings[which]
    const fallback = which === 'names' ? call.world.state.bot.first_name : ''
    return { [FIELD[which]]: words[language(call)] ?? words[''] ?? fallback }
  }

export const setMyName = setting('names')
export const getMyName = getting('names')
export const setMyDescription = setting('descriptions')
export const getMyDescription = getting('descriptions')
export const setMyShortDescription = setting('shorts')
export const getMyShortDescription = getting('shorts')

export const setChatMenuButton: Method = (call) => {
  call.world.state.settings.menu[call.params.chat_id ?? ''] = call.params.menu_button ?? { type: 'default' }
  return true
}
export const getChatMenuButton: Method = ({ world, params }) =>
  world.state.settings.menu[params.chat_id ?? ''] ?? world.state.settings.menu[''] ?? { type: 'commands' }

const rightsKey = (call: Call) => (call.params.for_channels ? 'channels' : 'groups')
export const setMyDefaultAdministratorRights: Method = (call) => {
  call.world.state.settings.rights[rightsKey(call)] = call.params.rights ?? {}
  return true
}
export const getMyDefaultAdministratorRights: Method = (call) => call.world.state.settings.rights[rightsKey(call)] ?? {}
