import { createHash } from 'node:crypto'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const linesOf = (bytes: Uint8Array | undefined): string[] => Buffer.from(bytes ?? []).toString().split('\n').filter(Boolean)

/** What RFC 8493 asks of a bag, checked from its text: the declaration, both manifests whole and right, every payload file listed, Payload-Oxum. */
export function bagMistakes(bag: ReadonlyMap<string, Buffer>): string[] {
  const mistakes: string[] = []
  const declaration = linesOf(bag.get('bagit.txt'))
  if (declaration.length !== 2 || !/^BagIt-Version: 1\.0$/.test(declaration[0]!) || declaration[1] !== 'Tag-File-Character-Encoding: UTF-8') mistakes.push('bagit.txt')
  const listed = (manifest: string): string[] => linesOf(bag.get(manifest)).map((line) => {
    const [, sum, path] = /^([0-9a-f]{64}) +(.+)$/.exec(line) ?? []
    const bytes = path === undefined ? undefined : bag.get(path.replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'))
    if (!bytes || sha256(bytes) !== sum) mistakes.push(`${manifest}: ${line}`)
    return path ?? ''
  })
  const payload = [...bag.keys()].filter((name) => name.startsWith('data/')).toSorted()
  const tags = [...bag.keys()].filter((name) => !name.startsWith('data/') && !name.startsWith('tagmanifest')).toSorted()
  if (JSON.stringify(listed('manifest-sha256.txt').toSorted()) !== JSON.stringify(payload)) mistakes.push('payload is not what the manifest lists')
  if (JSON.stringify(listed('tagmanifest-sha256.txt').toSorted()) !== JSON.stringify(tags)) mistakes.push('tag files are not what the tag manifest lists')
  const oxum = linesOf(bag.get('bag-info.txt')).find((line) => line.startsWith('Payload-Oxum: '))
  const bytes = payload.reduce((sum, name) => sum + bag.get(name)!.length, 0)
  if (oxum !== `Payload-Oxum: ${bytes}.${payload.length}`) mistakes.push(`bag-info.txt: ${oxum}`)
  return mistakes
}
