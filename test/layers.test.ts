/** The house's rules: who imports whom, no circles, one door to Electron, no long files. */
import { describe, expect, test } from 'vitest'
import { CONTRACTS, layerOf, LAYERS } from './layers.ts'
import { resolveImport, sources } from './sources.ts'

const all = sources()
const ours = all.filter(({ path }) => !path.startsWith('test/') && !path.startsWith('bench/'))

test('the rules see the sources', () => {
  expect(ours.length).toBeGreaterThan(80)
  expect(ours.flatMap(({ imports }) => imports).length).toBeGreaterThan(200)
})

describe('imports go downwards', () => {
  test('between folders', () => {
    const wrong = ours.flatMap(({ path, imports }) => {
      const layer = layerOf(path)
      const rule = layer === 'renderer/store/client' ? LAYERS['renderer/store'] : layer ? LAYERS[layer] : undefined
      if (!layer) return []
      if (!rule) return [`${path}: no rule for ${layer}`]
      return imports.flatMap(({ from }) => {
        const target = resolveImport(path, from)
        if (!('path' in target) || CONTRACTS.includes(target.path)) return []
        const other = layerOf(target.path)
        const home = layer.startsWith('renderer/store') ? 'renderer/store' : layer
        const near = other === layer || other === home || (home === 'renderer/store' && other === 'renderer/store/client')
        return near || (other !== undefined && rule.layers.includes(other)) ? [] : [`${path} -> ${target.path}`]
      })
    })
    expect(wrong).toEqual([])
  })

  test('to packages', () => {
    const wrong = ours.flatMap(({ path, imports }) => {
      const layer = layerOf(path)
      const rule = layer && LAYERS[layer === 'renderer/store/client' ? 'renderer/store' : layer]
      if (!rule) return []
      return imports.flatMap(({ from }) => {
        const target = resolveImport(path, from)
        const known = 'path' in target || rule.packages.some((name) => target.name === name || target.name.startsWith(name.endsWith(':') ? name : `${name}/`))
        return known ? [] : [`${path} -> ${from}`]
      })
    })
    expect(wrong).toEqual([])
  })

  test('no screen imports another screen', () => {
    const screenOf = (path: string) => /^src-renderer\/screens\/([^/]+)\//.exec(path)?.[1]
    const wrong = ours.flatMap(({ path, imports }) =>
      imports.flatMap(({ from }) => {
        const target = resolveImport(path, from)
        const [mine, other] = [screenOf(path), 'path' in target ? screenOf(target.path) : undefined]
        return mine && other && mine !== other ? [`${path} -> ${from}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  test('electron is named at its two doors only', () => {
    const wrong = ours.filter(({ path, imports }) => imports.some(({ from }) => /^electron(\/|$)/.test(from)) && !/^(src-main\/electron|tools\/chromium-runtime)\//.test(path))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })

  test('nothing reaches the parent folders of the house', () => {
    const wrong = ours.flatMap(({ path, imports }) => imports.filter(({ from }) => 'path' in resolveImport(path, from) && join0(path, from).startsWith('..')).map(({ from }) => `${path} -> ${from}`))
    expect(wrong).toEqual([])
  })
})

const join0 = (path: string, from: string): string => {
  const target = resolveImport(path, from)
  return 'path' in target ? target.path : target.name
}

test('no circles (types aside)', () => {
  const edges = new Map(all.map(({ path, imports }) => [path, imports.filter(({ typeOnly }) => !typeOnly).map(({ from }) => join0(path, from))]))
  const circles: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) return void circles.push([...trail.slice(at), path].join(' -> '))
    if (done.has(path)) return
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  expect(circles).toEqual([])
})

describe('habits', () => {
  test('no file is longer than 400 lines', () => {
    const long = all.filter(({ text }) => text.split('\n').length > 401).map(({ path, text }) => `${path}: ${text.split('\n').length}`)
    expect(long).toEqual([])
  })
  test('files are kebab-case, and none is a drawer', () => {
    const wrong = all.map(({ path }) => path).filter((path) => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(path.split('/').at(-1) ?? '') || /(^|\/)(utils?|helpers?|common|misc|shared-types)\b/.test(path))
    expect(wrong).toEqual([])
  })
  test('no ts-ignore', () => {
    expect(all.filter(({ path, text }) => path !== 'test/layers.test.ts' && /@ts-(ignore|nocheck)/.test(text)).map(({ path }) => path)).toEqual([])
  })
  test('no service, shared or nested worker', () => {
    const wrong = ours.filter(({ path, text }) => path.startsWith('src-') && /new SharedWorker|serviceWorker\.register|importScripts\(/.test(text))
    expect(wrong.map(({ path }) => path)).toEqual([])
  })
})
