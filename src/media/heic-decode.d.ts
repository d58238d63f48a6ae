declare module 'heic-decode' {
  /** Pixels of four channels. Rejects when the bytes are no HEIC. */
  export default function decode(options: { buffer: Uint8Array }): Promise<{ width: number; height: number; data: Uint8ClampedArray }>
}
