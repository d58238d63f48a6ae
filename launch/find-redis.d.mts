export declare const isRedis: (binary: string) => boolean
export declare const findRedis: (options?: {
  binDir?: string
  find?: (name: string) => string | undefined
}) => string | undefined
