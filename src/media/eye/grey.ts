/** One channel of a picture, 0–255. */
export type Grey = { data: Uint8Array; width: number; height: number }

/** The picture at a whole fraction of its size, each pixel the mean of a square. */
export function shrink({ data, width, height }: Grey, factor: number): Grey {
  if (factor === 1) return { data, width, height }
  if (factor === 2) return halved({ data, width, height })
  const [w, h] = [Math.floor(width / factor), Math.floor(height / factor)]
  const out = new Uint8Array(w * h)
  const sums = new Uint32Array(w)
  const area = factor * factor
  for (let y = 0; y < h; y++) {
    sums.fill(0)
    for (let dy = 0; dy < factor; dy++) {
      let at = (y * factor + dy) * width
      for (let x = 0; x < w; x++) {
        let sum = 0
        for (let dx = 0; dx < factor; dx++) sum += data[at++]!
        sums[x]! += sum
      }
    }
    for (let x = 0; x < w; x++) out[y * w + x] = sums[x]! / area
  }
  return { data: out, width: w, height: h }
}

/** The case that is met most. */
function halved({ data, width, height }: Grey): Grey {
  const [w, h] = [width >> 1, height >> 1]
  const out = new Uint8Array(w * h)
  for (let y = 0, to = 0; y < h; y++) {
    for (let at = 2 * y * width, end = at + 2 * w; at < end; at += 2) out[to++] = (data[at]! + data[at + 1]! + data[at + width]! + data[at + width + 1]!) >> 2
  }
  return { data: out, width: w, height: h }
}
