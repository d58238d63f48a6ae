/**
 * Trains the reader of machine-readable zones: node_modules/.bin/node test/photos/train-zone.ts [epochs]
 * writes src/media/zone/glyphs.bin. Glyphs of OCR-B are drawn large, pushed out of place, turned, blurred, dimmed and
 * grained at random, with their neighbours at their sides, and shown to a small net.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { ALPHABET, answersOf, evened, GLYPH, HIDDEN, INPUT, type Net, readNet } from '../../src/media/zone/glyph-net.ts'
import { makeRandom, type Random } from './random.ts'

const FONT = path.join(import.meta.dirname, 'fonts/OCRB.otf')
const OUT = path.join(import.meta.dirname, '../../src/media/zone/glyphs.bin')
/** A glyph's cell drawn large: one pitch wide, with the capitals in the middle of its height. */
const CELL = { width: 47, height: 76 }
const CAP = 47
const BEARING = 9

type Tile = { data: Uint8Array; width: number; height: number }

/** Each letter alone in its cell, dark on white; between two capitals while it is drawn, which tell where the line stands. */
async function drawAll(): Promise<Map<string, Tile>> {
  const out = new Map<string, Tile>()
  for (const letter of ALPHABET) {
    const text = letter === '<' ? '&lt;' : letter
    const drawn = await sharp({ text: { text: `<span foreground="black">H${text}H</span>`, fontfile: FONT, font: 'OCR B 44', dpi: 106, rgba: true } }).extractChannel(3).raw().toBuffer({ resolveWithObject: true })
    const { width, height } = drawn.info
    const inked = (y: number): boolean => Array.from({ length: 20 }, (_, x) => drawn.data[y * width + x]!).some((value) => value > 128)
    const top = Array.from({ length: height }, (_, y) => y).find(inked) ?? 0
    const data = new Uint8Array(CELL.width * CELL.height).fill(255)
    for (let y = 0; y < CELL.height; y++) for (let x = 0; x < CELL.width; x++) {
      const [px, py] = [x + CELL.width - BEARING, y - (CELL.height - CAP) / 2 + top]
      if (py >= 0 && py < height && px < width) data[y * CELL.width + x] = 255 - drawn.data[Math.floor(py) * width + px]!
    }
    out.set(letter, { data, ...CELL })
  }
  return out
}

/** One look of a letter between two others, as the reader will cut it out. */
function lookOf(tiles: Map<string, Tile>, letter: string, random: Random): Float32Array {
  const three = [random.pick([...ALPHABET]), letter, random.pick([...ALPHABET])].map((each) => tiles.get(each)!)
  const scale = random.between(0.84, 1.16)
  const [sx, sy] = [scale * random.between(0.9, 1.1), scale]
  const [dx, dy] = [random.between(-6, 6), random.between(-9, 9)]
  const [turn, lean] = [random.between(-0.07, 0.07), random.between(-0.1, 0.1)]
  const at = (x: number, y: number): number => {
    const tile = x < 0 ? three[0]! : x >= CELL.width ? three[2]! : three[1]!
    const inside = x < 0 ? x + CELL.width : x >= CELL.width ? x - CELL.width : x
    return inside < 0 || inside >= CELL.width || y < 0 || y >= CELL.height ? 255 : tile.data[(y | 0) * CELL.width + (inside | 0)]!
  }
  // Softness in pixels of the small glyph; the first kernel is the picture's own, by area.
  const soft = random.between(0.3, random.next() < 0.5 ? 0.9 : 2.1)
  const taps = 5
  const big = new Float32Array(INPUT)
  const [kx, ky] = [CELL.width / GLYPH.width, CELL.height / GLYPH.height]
  for (let y = 0; y < GLYPH.height; y++) for (let x = 0; x < GLYPH.width; x++) {
    let sum = 0
    for (let j = 0; j < taps; j++) for (let i = 0; i < taps; i++) {
      const ox = (x + 0.5 + (i - 2) / 2 * soft * 0.9 - GLYPH.width / 2) * kx
      const oy = (y + 0.5 + (j - 2) / 2 * soft * 0.9 - GLYPH.height / 2) * ky
      const px = ox / sx * Math.cos(turn) + oy * Math.sin(turn) + oy * lean
      const py = -ox * Math.sin(turn) + oy / sy * Math.cos(turn)
      sum += at(px + CELL.width / 2 + dx, py + CELL.height / 2 + dy) * WEIGHTS[i]! * WEIGHTS[j]!
    }
    big[y * GLYPH.width + x] = sum
  }
  const [contrast, floor, slope, grain] = [random.between(0.25, 0.9), random.between(10, 120), random.between(-0.25, 0.25), random.between(1, 14)]
  for (let n = 0; n < INPUT; n++) big[n] = floor + big[n]! * contrast * (1 + slope * ((n % GLYPH.width) / GLYPH.width - 0.5)) + random.normal() * grain
  return evened(big)
}
const WEIGHTS = [0.06, 0.24, 0.4, 0.24, 0.06]

function newNet(random: Random): Net {
  const fill = (count: number, spread: number): Float32Array => Float32Array.from({ length: count }, () => random.normal() * spread)
  return { w1: fill(HIDDEN * INPUT, Math.sqrt(2 / INPUT)), b1: new Float32Array(HIDDEN), w2: fill(ALPHABET.length * HIDDEN, Math.sqrt(2 / HIDDEN)), b2: new Float32Array(ALPHABET.length) }
}

/** One step of learning with momentum over a small batch; gives back how surprised the net was. */
function learn(net: Net, speed: Net, batch: { glyph: Float32Array; letter: number }[], rate: number): number {
  const grad: Net = { w1: new Float32Array(net.w1.length), b1: new Float32Array(HIDDEN), w2: new Float32Array(net.w2.length), b2: new Float32Array(net.b2.length) }
  let loss = 0
  for (const { glyph, letter } of batch) {
    const hidden = new Float32Array(HIDDEN)
    for (let h = 0; h < HIDDEN; h++) {
      let sum = net.b1[h]!
      for (let i = 0, w = h * INPUT; i < INPUT; i++, w++) sum += net.w1[w]! * glyph[i]!
      hidden[h] = sum > 0 ? sum : 0
    }
    const answers = answersOf(net, glyph)
    loss -= Math.log(Math.max(1e-9, answers[letter]!))
    const back = new Float32Array(HIDDEN)
    for (let k = 0; k < answers.length; k++) {
      const error = answers[k]! - (k === letter ? 1 : 0)
      grad.b2[k]! += error
      for (let h = 0, w = k * HIDDEN; h < HIDDEN; h++, w++) {
        grad.w2[w]! += error * hidden[h]!
        back[h]! += error * net.w2[w]!
      }
    }
    for (let h = 0; h < HIDDEN; h++) {
      if (hidden[h] === 0) continue
      grad.b1[h]! += back[h]!
      for (let i = 0, w = h * INPUT; i < INPUT; i++, w++) grad.w1[w]! += back[h]! * glyph[i]!
    }
  }
  for (const name of ['w1', 'b1', 'w2', 'b2'] as const) {
    for (let n = 0; n < net[name].length; n++) {
      speed[name][n] = 0.9 * speed[name][n]! - rate * (grad[name][n]! / batch.length + 1e-5 * net[name][n]!)
      net[name][n]! += speed[name][n]!
    }
  }
  return loss / batch.length
}

function packed(net: Net): Buffer {
  return Buffer.concat((['w1', 'b1', 'w2', 'b2'] as const).map((name) => {
    const scale = net[name].reduce((top, value) => Math.max(top, Math.abs(value)), 0) / 127 || 1
    const out = Buffer.alloc(4 + net[name].length)
    out.writeFloatLE(scale, 0)
    net[name].forEach((value, n) => out.writeInt8(Math.round(value / scale), 4 + n))
    return out
  }))
}

const random = makeRandom(2026)
const tiles = await drawAll()
const net = newNet(random)
const speed: Net = { w1: new Float32Array(net.w1.length), b1: new Float32Array(HIDDEN), w2: new Float32Array(net.w2.length), b2: new Float32Array(net.b2.length) }
const epochs = Number(process.argv[2] ?? 14)
for (let epoch = 0; epoch < epochs; epoch++) {
  let loss = 0
  const rate = 0.06 * (1 - epoch / epochs) + 0.002
  for (let step = 0; step < 500; step++) {
    const batch = Array.from({ length: 48 }, () => {
      const letter = Math.floor(random.next() * ALPHABET.length)
      return { glyph: lookOf(tiles, ALPHABET[letter]!, random), letter }
    })
    loss += learn(net, speed, batch, rate)
  }
  console.log(`epoch ${epoch + 1}: loss ${(loss / 500).toFixed(4)}`)
}
const bytes = packed(net)
writeFileSync(OUT, bytes)
const held = makeRandom(77)
const small = readNet(bytes)
let [right, wrong] = [0, new Map<string, number>()]
for (let n = 0; n < 8000; n++) {
  const letter = Math.floor(held.next() * ALPHABET.length)
  const answers = answersOf(small, lookOf(tiles, ALPHABET[letter]!, held))
  const best = answers.indexOf(Math.max(...answers))
  if (best === letter) right++
  else wrong.set(`${ALPHABET[letter]}→${ALPHABET[best]}`, (wrong.get(`${ALPHABET[letter]}→${ALPHABET[best]}`) ?? 0) + 1)
}
console.log(`${(right / 80).toFixed(2)} % of letters not seen before; ${bytes.length} bytes; mostly mistaken: ${[...wrong].sort((a, b) => b[1] - a[1]).slice(0, 12).map(([pair, count]) => `${pair} ${count}`).join(', ')}`)
