import { Component, type ReactNode } from 'react'
import type { Translate } from '../../app/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/meters.tsx'

interface Props { children: ReactNode; t: Translate }
/** A screen that breaks does not take the window with it: the frame stays, what was saved is safe, and one may go on elsewhere. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }
  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true }
  }
  override componentDidCatch(cause: unknown): void {
    console.error('a screen broke', cause)
  }
  override render(): ReactNode {
    const { children, t } = this.props
    if (!this.state.broken) return children
    return <div className="gone" role="alert"><EmptyState title={t('shell:broken.title')} text={t('shell:broken.text')} action={<Button onPress={() => this.setState({ broken: false })}>{t('shell:broken.again')}</Button>} /></div>
  }
}
