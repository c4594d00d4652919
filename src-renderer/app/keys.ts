/**
 * Keys by physical position, so that an Arabic or Hebrew layout works without switching. A chord (`Ctrl+KeyK`) works everywhere;
 * a single letter only outside text fields, and can be switched off. `KeyG` waits one second for the place to go to.
 */
export type KeySpec = string

const SEQUENCE_MS = 1000
let singles = true
let pendingUntil = 0

export const setSingleKeys = (on: boolean): void => void (singles = on)

export const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.closest('textarea, select, [role=textbox], [role=searchbox], [role=combobox], [role=spinbutton], input:not([type=checkbox]):not([type=radio]):not([type=range])') !== null)

/** The name of a press: modifiers in fixed order and the physical code, `KeyG KeyH` for a sequence. */
function pressName(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.code}`
}

/** What `event` asks for, of `known`; or undefined. Keeps the state of a sequence. */
export function resolvePress(event: Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target' | 'repeat' | 'timeStamp'>, known: (spec: KeySpec) => boolean): KeySpec | undefined {
  const name = pressName(event)
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey
  const single = plain && !/^(Shift\+)?(F\d+|Escape)$/.test(name)
  if (single && (!singles || isTyping(event.target))) return undefined
  if (pendingUntil > event.timeStamp && single) {
    pendingUntil = 0
    return known(`KeyG ${name}`) ? `KeyG ${name}` : undefined
  }
  if (name === 'KeyG') {
    pendingUntil = event.timeStamp + SEQUENCE_MS
    return undefined
  }
  return known(name) ? name : undefined
}

const NAMES: Record<string, string> = { BracketRight: ']', BracketLeft: '[', Slash: '/', 'Shift+Slash': '?', Comma: ',', Escape: 'Esc', ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' }
/** How a spec is printed on a key: `Ctrl K`, `G H`, `?`. */
export function printKeys(spec: KeySpec): string {
  return spec.split(' ').map((press) => NAMES[press] ?? press.split('+').map((part) => NAMES[part] ?? part.replace(/^(Key|Digit)/, '')).join(' ')).join(' ')
}
