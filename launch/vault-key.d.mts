export declare const ensureVaultKey: (file: string) => string
