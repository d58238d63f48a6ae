import { createHash } from 'node:crypto'

/** Names of BagIt 1.0 (RFC 8493), and of our index of all volumes. */
export const BAGIT = 'bagit.txt'
export const BAG_INFO = 'bag-info.txt'
export const MANIFEST = 'manifest-sha256.txt'
export const TAG_MANIFEST = 'tagmanifest-sha256.txt'
export const INDEX = 'index.txt'

/** What the bag says of itself, in the order it is written; values of one line. */
export type BagInfo = readonly (readonly [label: string, value: string])[]

export const DECLARATION = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'

/** The path of a payload file inside its bag. */
export const payload = (name: string): string => `data/${name}`

/** RFC 8493, 2.2.2: `label: value`, one a line. */
export const infoText = (info: BagInfo): string => info.map(([label, value]) => `${label}: ${value.replaceAll(/\s+/g, ' ')}\n`).join('')

/** The bytes and the number of payload files, as `Payload-Oxum` wants them. */
export const oxum = (sizes: readonly number[]): string => `${sizes.reduce((sum, size) => sum + size, 0)}.${sizes.length}`

/** RFC 8493, 2.1.3: a line break or a percent sign in a path would break the manifest. */
export const manifestPath = (path: string): string => path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D')

export const manifestLine = (sha256: string, path: string): string => `${sha256}  ${manifestPath(path)}\n`

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
