/** How the bot asks for updates. */
import { badRequest } from '../errors.ts'
import type { Method } from './call.ts'

export const getUpdates: Method = ({ inbox, params, signal }) => inbox.poll(params, signal)

export const setWebhook: Method = ({ world, inbox, params }) => {
  if (params.drop_pending_updates) world.state.pending = []
  if (params.allowed_updates) world.state.allowed = params.allowed_updates
  if (!params.url) {
    world.state.hook = null
    return true
  }
  const url = URL.canParse(params.url) ? new URL(params.url) : null
  const near = url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (!url || (url.protocol !== 'https:' && !near)) throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
  if (!near && !['', '443', '80', '88', '8443'].includes(url.port))
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
  world.state.hook = { url: params.url, max: params.max_connections ?? 40, ...(params.secret_token ? { secret: params.secret_token } : {}) }
  inbox.interrupt('setWebhook')
  world.events.emit('hook')
  return true
}

export const deleteWebhook: Method = ({ world, params }) => {
  if (params.drop_pending_updates) world.state.pending = []
  world.state.hook = null
  return true
}

export const getWebhookInfo: Method = ({ world, inbox }) => {
  inbox.expire()
  const { hook, pending, allowed } = world.state
  return {
    url: hook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending.length,
    ...(hook ? { max_connections: hook.max, ip_address: '127.0.0.1' } : {}),
    ...(allowed?.length ? { allowed_updates: allowed } : {}),
    ...(hook?.lastError ? { last_error_date: hook.lastError.date, last_error_message: hook.lastError.message } : {}),
  }
}
