import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import './dialog.css'

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
