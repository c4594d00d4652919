/**
 * Far too much text at once, pasted or dropped, is refused in words before it reaches a field: the page would stand still while it
 * is laid out. It is not cut, and what stands in the field stays. Texts a little too long go in, and the field's own limit speaks.
 */
import { translate, currentLocale } from './i18n.ts'
import { notify } from './notices.ts'

/** The longest field holds a few thousand characters. */
export const MOST_AT_ONCE = 100_000

export function guardPastes(): void {
  const guard = (textOf: (event: Event) => string | null | undefined) => (event: Event) => {
    const length = textOf(event)?.length ?? 0
    if (length <= MOST_AT_ONCE) return
    event.preventDefault()
    event.stopPropagation()
    const locale = currentLocale()
    const n = new Intl.NumberFormat(locale)
    notify({ tone: 'danger', text: translate(locale, 'errors:too-long-text', { length: n.format(length), max: n.format(MOST_AT_ONCE) }) })
  }
  document.addEventListener('paste', guard((event) => (event as ClipboardEvent).clipboardData?.getData('text/plain')), true)
  document.addEventListener('drop', guard((event) => (event as DragEvent).dataTransfer?.getData('text/plain')), true)
  document.addEventListener('beforeinput', guard((event) => (event as InputEvent).data), true)
}
