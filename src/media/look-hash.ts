import sharp from 'sharp'

/** dHash of 16 × 16: 256 bits as 64 hex digits; two shots of one page differ by at most about 28 bits. */
export async function lookHash(jpeg: Uint8Array): Promise<string> {
  const grey = await sharp(jpeg, { limitInputPixels: false })
    .greyscale()
    .resize(17, 16, { fit: 'fill' })
    .toColourspace('b-w')
    .raw()
    .toBuffer()
  let bits = 0n
  for (let y = 0; y < 16; y++) {
    for (let x = 0; x < 16; x++) bits = (bits << 1n) | (grey[y * 17 + x]! < grey[y * 17 + x + 1]! ? 1n : 0n)
  }
  return bits.toString(16).padStart(64, '0')
}
