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

const MARGIN = 8
/** Latitude as Mercator draws it, in degrees of the same length as at the equator; and back. */
const stretch = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI
/** The smallest window that holds all points, with the proportions of the picture. */
export function frameFor(countries: readonly string[], width: number, height: number): Frame {
  const points = countries.map((c) => POINTS[c]).filter((p) => p !== undefined)
  if (points.length === 0) return { width, height, west: -20, east: 130, south: stretch(-15), north: stretch(60) }
  let west = Math.min(...points.map((p) => p[0])) - MARGIN
  let east = Math.max(...points.map((p) => p[0])) + MARGIN
  let south = Math.min(...points.map((p) => stretch(p[1]))) - MARGIN
  let north = Math.max(...points.map((p) => stretch(p[1]))) + MARGIN
  const wanted = width / height
  const [w, h] = [Math.max(east - west, 30), Math.max(north - south, 20)]
  const grow = wanted > w / h ? { x: h * wanted - (east - west), y: h - (north - south) } : { x: w - (east - west), y: w / wanted - (north - south) }
  west -= grow.x / 2
  east += grow.x / 2
  south -= grow.y / 2
  north += grow.y / 2
  return { width, height, west, east, south, north }
}
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

/** Latitudes that a frame shows. */
export const parallels = (frame: Frame, step: number): number[] => gridLines(-80, 80, step).filter((lat) => stretch(lat) > frame.south && stretch(lat) < frame.north)
/** Every `step` degrees within the frame. */
export const gridLines = (from: number, to: number, step: number): number[] => {
  const lines: number[] = []
  for (let v = Math.ceil(from / step) * step; v <= to; v += step) lines.push(v)
  return lines
}
