/** Placeholder until the palette's own files. */
export function Palette(_: { isOpen: boolean; onClose: () => void }) {
  return null
}
