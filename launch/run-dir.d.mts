export declare const shortEnough: (wanted: string, tmp?: string) => string
export declare const ensureRunDir: (wanted: string) => string
