import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'
import { Button } from './button.tsx'

interface DialogProps { title: string; isOpen: boolean; onClose: () => void; children: ReactNode; foot?: ReactNode; wide?: boolean }
/** A window over the work. Only for what undo cannot bring back, and for small forms. Esc and the scrim close it. */
export function Dialog({ title, isOpen, onClose, children, foot, wide = false }: DialogProps) {
  return (
    <ModalOverlay className="scrim" isDismissable isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={`dlg${wide ? ' dlg-wide' : ''}`}>
        <AriaDialog className="dlg-in">
          <Heading slot="title" level={2}>{title}</Heading>
          {children}
          {foot && <div className="dlg-foot">{foot}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

interface ConfirmProps { title: string; text: ReactNode; keep: string; verb: string; isOpen: boolean; onClose: () => void; onConfirm: () => void }
/** The verb is the button; the safe choice stands first and closes with Esc. */
export function Confirm({ title, text, keep, verb, isOpen, onClose, onConfirm }: ConfirmProps) {
  const foot = (
    <>
      <Button look="quiet" keys="Esc" onPress={onClose} autoFocus>{keep}</Button>
      <Button look="danger-fill" onPress={() => { onConfirm(); onClose() }}>{verb}</Button>
    </>
  )
  return <Dialog title={title} isOpen={isOpen} onClose={onClose} foot={foot}><p>{text}</p></Dialog>
}
