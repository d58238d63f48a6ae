/** Messages a second (with a burst) to one private chat, a minute to one group, a second over all. */
export interface LimitSettings {
  on: boolean
  privatePerSecond: number
  privateBurst: number
  groupPerMinute: number
  overallPerSecond: number
}
