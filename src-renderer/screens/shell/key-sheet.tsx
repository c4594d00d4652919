import { useAllCommands } from '../../app/commands.ts'
import { useT } from '../../app/i18n.ts'
import { printKeys } from '../../app/keys.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'

/** Every key that works here and now. */
export function KeySheet({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useT()
  const seen = new Set<string>()
  const commands = useAllCommands().filter((c) => c.keys && !seen.has(c.keys) && !seen.has(c.title) && seen.add(c.keys).add(c.title))
  return (
    <Dialog title={t('shell:keys.title')} isOpen={isOpen} onClose={onClose} wide>
      <div className="keys">
        {commands.map((c) => <div key={c.id}><span>{t(c.title)}</span><Kbd>{printKeys(c.keys!)}</Kbd></div>)}
        <div><span>{t('shell:keys.move')}</span><Kbd>↑ ↓</Kbd></div>
        <div><span>{t('shell:keys.open')}</span><Kbd>Enter</Kbd></div>
      </div>
      <p className="meta">{t('shell:keys.note')}</p>
    </Dialog>
  )
}
