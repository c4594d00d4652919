import { useState } from 'react'
import { languageOf } from './language-of.ts'
import { useLocale, useT } from '../../app/i18n.ts'
import { useFormat } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Avatar } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Prose } from '../../ui/text.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

/** What colleagues should know, each note in the language and direction it was written in. */
export function Notes({ deal: { view }, actions }: { deal: OpenDeal; actions: DealActions }) {
  const t = useT()
  const f = useFormat()
  const locale = useLocale()
  const [text, setText] = useState('')
  const notes = (view.deal.notes ?? []).toSorted((a, b) => b.at.localeCompare(a.at))
  const save = () => {
    const words = text.trim()
    if (words !== '') void actions.addNote(words, languageOf(words, locale)).then((ok) => ok && setText(''))
  }
  return (
    <section aria-labelledby="dl-notes">
      <div className="dl-h"><h2 id="dl-notes">{t('deals:notes.heading')}</h2>{notes.length > 0 && <span className="dim">{f.number(notes.length)}</span>}</div>
      <div className="dn-new">
        <TextField label={t('deals:notes.add')} quietLabel long placeholder={t('deals:notes.add')} value={text} onChange={setText} />
        {text.trim() !== '' && <Button look="plain" onPress={save}>{t('deals:notes.save')}</Button>}
      </div>
      {notes.length === 0 && <p className="meta dim">{t('deals:notes.empty')}</p>}
      {notes.map((note) => (
        <article key={note.id} className="dn" data-note={note.id}>
          <Avatar name={note.by} />
          <div className="grow"><p className="meta dim"><bdi>{note.by}</bdi> <span className="sep">·</span> {f.ago(note.at)}</p><Prose lang={note.lang}>{note.text}</Prose></div>
        </article>
      ))}
    </section>
  )
}
