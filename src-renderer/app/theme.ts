/** Light, dark, or as the system says; `data-theme` on the root is the only switch. */
export type Theme = 'light' | 'dark' | 'system'

const system = matchMedia('(prefers-color-scheme: dark)')
let chosen: Theme = 'system'
const apply = () => (document.documentElement.dataset['theme'] = chosen === 'system' ? (system.matches ? 'dark' : 'light') : chosen)
system.addEventListener('change', apply)

export function setTheme(theme: Theme): void {
  chosen = theme
  apply()
}
