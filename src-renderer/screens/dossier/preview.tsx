import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref, type RefObject } from 'react'
import type { DossierOutput } from '../../../src-core/dossier/input.ts'
import '../../print-fonts.css'
import printCss from '../../print.css?inline'
import { useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { IconButton } from '../../ui/button.tsx'

export interface PreviewHandle { show(id: string): void }
/** The browser's own sanitiser: no scripts and no handlers, whatever a record may hold; what is left is the dossier as printed. */
type Sanitised = HTMLElement & { setHTML(html: string, options: { sanitizer: { removeElements: string[]; removeAttributes: string[]; comments: boolean } }): void }
const PAPER_PX = 794
const STEPS = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.15, 1.3]

/** The pages on paper, in a tree of their own so that neither the app's style nor the paper's reaches the other. */
export function Preview({ output, ref }: { output: DossierOutput; ref: Ref<PreviewHandle> }) {
  const t = useT()
  const f = useFormat()
  const frame = useRef<HTMLDivElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState<number>()
  useImperativeHandle(ref, () => ({ show: (id) => host.current?.shadowRoot?.getElementById(id)?.scrollIntoView({ block: 'start' }) }), [])
  useLayoutEffect(() => {
    const element = host.current
    if (!element) return
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [paperStyle()]
    const page = (root.firstElementChild ?? root.appendChild(document.createElement('div'))) as Sanitised
    page.setHTML(output.html, { sanitizer: { removeElements: [], removeAttributes: [], comments: false } })
    // on the desk the list of parts leads the way; links of paper would be small targets, and change the app's address
    for (const link of page.querySelectorAll('a')) link.removeAttribute('href')
  }, [output.html])
  const fit = useFit(frame)
  const shown = zoom ?? fit
  const step = (by: number) => setZoom(STEPS[Math.min(STEPS.length - 1, Math.max(0, nearest(shown) + by))])
  return (
    <>
      <div className="do-bar"><span className="meta">{t('dossier:preview.note')}</span><span className="end" /><IconButton icon="minus" label={t('dossier:preview.smaller')} onPress={() => step(-1)} /><span className="meta num">{f.percent(shown)}</span><IconButton icon="plus" label={t('dossier:preview.larger')} onPress={() => step(1)} /></div>
      {/* a scrolled region must be reachable by keyboard */}
      <div className="do-desk scroll" ref={frame} tabIndex={0} role="document" aria-label={output.title} data-dossier={output.facts['deal'] as string}>
        <div className="do-paper" ref={host} style={{ zoom: shown }} lang={output.lang} />
      </div>
    </>
  )
}
const nearest = (zoom: number) => STEPS.reduce((best, s, i) => (Math.abs(s - zoom) < Math.abs(STEPS[best]! - zoom) ? i : best), 0)

function useFit(frame: RefObject<HTMLDivElement | null>): number {
  const [fit, setFit] = useState(0.75)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => entry && setFit(Math.min(1, Math.max(0.5, Math.floor(((entry.contentRect.width - 32) / PAPER_PX) * 100) / 100))))
    observer.observe(element)
    return () => observer.disconnect()
  }, [frame])
  return fit
}

let made: CSSStyleSheet | undefined
/** The paper's own style sheet, with its root moved to this tree's root. Faces are the document's: a tree cannot bring its own. */
function paperStyle(): CSSStyleSheet {
  if (made) return made
  made = new CSSStyleSheet()
  made.replaceSync(printCss.replace(/@font-face\s*\{[^}]*\}/g, '').replace(/@page[^{]*\{(?:[^{}]*\{[^}]*\})*[^}]*\}/g, '').replace(/(^|[\s,}])(?::root|html)(?=[\s,{])/g, '$1:host'))
  return made
}
