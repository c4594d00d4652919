/** F6: the focus moves to the next pane in reading order, and to the first control in it. */
export function nextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')].filter((p) => p.offsetParent !== null && !p.querySelector('[data-pane]'))
  if (panes.length === 0) return
  const here = panes.findIndex((p) => p.contains(document.activeElement))
  const pane = panes[(here + step + panes.length) % panes.length]!
  const target = pane.querySelector<HTMLElement>('[role=grid], [role=listbox], a[href], button:not([disabled]), input, textarea, [tabindex="0"]') ?? pane
  target.focus()
}
