/** Talking to the simulator. */
async function call(path, options) {
  const response = await fetch(`/sim${path}`, options)
  const result = await response.json()
  if (!response.ok) throw new Error(result.error ?? String(response.status))
  return result
}

export const get = (path) => call(path)
export const post = (path, body = {}) => call(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
export const postForm = (path, form) => call(path, { method: 'POST', body: form })
export const remove = (path) => call(path, { method: 'DELETE' })
export const fileUrl = (id, download = false) => `/sim/files/${id}${download ? '?download' : ''}`

/** Makes an element: tag, properties, children. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return element
}

export const byId = (id) => document.getElementById(id)
