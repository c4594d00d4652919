import './toasts.css'
import { Button, IconButton } from './button.tsx'
import { Icon } from './icon.tsx'

export interface ToastEntry { id: number; text: string; tone: 'ok' | 'danger' | 'info'; undo?: (() => void) | undefined }
/** What has just happened, at the foot of the window, with Undo where it can be taken back. */
export function Toasts({ entries, undoLabel, closeLabel, onClose, label }: { entries: readonly ToastEntry[]; undoLabel: string; closeLabel: string; onClose: (id: number) => void; label: string }) {
  return (
    <div className="toasts" role="region" aria-label={label} aria-live="polite">
      {entries.map((e) => (
        <div key={e.id} className={`toast toast-${e.tone}`} role={e.tone === 'danger' ? 'alert' : 'status'}>
          <Icon name={e.tone === 'danger' ? 'blocked' : e.tone === 'ok' ? 'met' : 'undo'} />
          <span className="grow" dir="auto">{e.text}</span>
          {e.undo && <Button look="link" keys="Ctrl Z" onPress={() => { e.undo?.(); onClose(e.id) }}>{undoLabel}</Button>}
          {e.tone === 'danger' && <IconButton icon="close" label={closeLabel} onPress={() => onClose(e.id)} />}
        </div>
      ))}
    </div>
  )
}
