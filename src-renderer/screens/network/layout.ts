/** Places dots and their labels on Mercator's rectangle, cut to where members live. */
import { POINTS } from './points.ts'

export interface Frame {
  width: number
  height: number
  west: number
  east: number
  south: number
  north: number
}
export interface Dot {
  country: string
  count: number
  x: number
  y: number
  r: number
  /** where its label stands, or none when it would cover another */
  label: { x: number; y: number } | null
}

/** Room at the edges in pixels: half a label beside, the arcs above, the key below. */
const ROOM = { side: 64, top: 104, bottom: 104 }
/** A picture without land has no shape to keep: what lies in one belt of the earth is drawn taller, up to so many times. */
const TALLEST = 3.2
/** Latitude as Mercator draws it, in degrees of the same length as at the equator; and back. */
const stretch = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI
/** The window that holds all points and fills the picture. */
export function frameFor(countries: readonly string[], width: number, height: number): Frame {
  const points = countries.map((c) => POINTS[c]).filter((p) => p !== undefined)
  if (points.length === 0) return { width, height, west: -20, east: 130, south: stretch(-15), north: stretch(60) }
  const east = points.map((p) => p[0])
  const north = points.map((p) => stretch(p[1]))
  const [x, y] = [middle(east), middle(north)]
  const [w, h] = [Math.max(width - 2 * ROOM.side, width / 2), Math.max(height - ROOM.top - ROOM.bottom, height / 2)]
  // pixels a degree
  const [most, tall] = [w / Math.max(span(east), 30), h / Math.max(span(north), 10)]
  const wide = tall < most ? Math.min(most, tall * TALLEST) : most
  const up = tall < most ? tall : Math.min(tall, most * TALLEST)
  const [half, rise] = [width / 2 / wide, height / 2 / up]
  const lower = (ROOM.top - ROOM.bottom) / 2 / up
  return { width, height, west: x - half, east: x + half, south: y - rise + lower, north: y + rise + lower }
}
const middle = (values: number[]): number => (Math.min(...values) + Math.max(...values)) / 2
const span = (values: number[]): number => Math.max(...values) - Math.min(...values)
export const project = (frame: Frame, [lon, lat]: readonly [number, number]): { x: number; y: number } => ({
  x: ((lon - frame.west) / (frame.east - frame.west)) * frame.width,
  y: ((frame.north - stretch(lat)) / (frame.north - frame.south)) * frame.height,
})

const LABEL_HEIGHT = 15
export function placeDots(counts: readonly { country: string; count: number }[], frame: Frame, labelWidth: (country: string, count: number) => number): Dot[] {
  const most = Math.max(1, ...counts.map((c) => c.count))
  const dots = counts.flatMap(({ country, count }): Dot[] => {
    const point = POINTS[country]
    return point ? [{ country, count, ...project(frame, point), r: 5 + 13 * Math.sqrt(count / most), label: null }] : []
  })
  partDots(dots)
  const taken: { x1: number; y1: number; x2: number; y2: number }[] = dots.map((d) => ({ x1: d.x - d.r, y1: d.y - d.r, x2: d.x + d.r, y2: d.y + d.r }))
  for (const [i, dot] of dots.entries()) {
    const half = labelWidth(dot.country, dot.count) / 2
    const up = dot.r + LABEL_HEIGHT / 2 + 1
    const aside = dot.r + half + 3
    const places = [[0, -up], [0, up], [aside, 0], [-aside, 0], [aside * 0.8, -up], [-aside * 0.8, -up], [aside * 0.8, up], [-aside * 0.8, up]] as const
    for (const [dx, dy] of places) {
      const [x, y] = [dot.x + dx, dot.y + dy]
      const box = { x1: x - half, x2: x + half, y1: y - LABEL_HEIGHT / 2, y2: y + LABEL_HEIGHT / 2 }
      const free = taken.every((o, j) => j === i || o.x2 < box.x1 || o.x1 > box.x2 || o.y2 < box.y1 || o.y1 > box.y2)
      if (!free || box.x1 < 0 || box.x2 > frame.width || box.y1 < 0 || box.y2 > frame.height) continue
      dot.label = { x, y }
      taken.push(box)
      break
    }
  }
  return dots
}

/** Neighbours that would cover each other step aside: every dot can be seen and pressed. */
function partDots(dots: Dot[]): void {
  for (let round = 0; round < 12; round++) {
    for (const [i, a] of dots.entries()) {
      for (const b of dots.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y]
        const far = Math.hypot(dx, dy) || 1
        const short = a.r + b.r + 2 - far
        if (short <= 0) continue
        const [sx, sy] = [(dx / far) * (short / 2), (dy / far) * (short / 2)]
        a.x -= sx
        a.y -= sy
        b.x += sx
        b.y += sy
      }
    }
  }
}

/** Latitudes that a frame shows. */
export const parallels = (frame: Frame, step: number): number[] => gridLines(-80, 80, step).filter((lat) => stretch(lat) > frame.south && stretch(lat) < frame.north)
/** Every `step` degrees within the frame. */
export const gridLines = (from: number, to: number, step: number): number[] => {
  const lines: number[] = []
  for (let v = Math.ceil(from / step) * step; v <= to; v += step) lines.push(v)
  return lines
}
