export declare const heap: string[]
