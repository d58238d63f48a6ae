import type { ResponseParameters } from '@grammyjs/types'

/** A refusal in the words of the Bot API; the server turns it into the answer's body and status. */
export class ApiError extends Error {
  code: number
  parameters: ResponseParameters | undefined
  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

/** 400, prefixed as Telegram does. */
export const badRequest = (what: string, parameters?: ResponseParameters) => new ApiError(400, `Bad Request: ${what}`, parameters)
/** 403. */
export const forbidden = (what: string) => new ApiError(403, `Forbidden: ${what}`)
/** 429 with the seconds to wait. */
export const tooMany = (seconds: number) => new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
/** 409. */
export const conflict = (what: string) => new ApiError(409, `Conflict: ${what}`)
