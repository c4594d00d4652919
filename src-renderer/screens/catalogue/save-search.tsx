import { useState } from 'react'
import { useT } from '../../app/i18n.ts'
import { notify } from '../../app/notices.ts'
import { useSession } from '../../app/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { isFiltered, type CatalogueQuery } from './query.ts'

/** Keeps this search, words and filters, in the navigation. */
export function SaveSearch({ query }: { query: CatalogueQuery }) {
  const t = useT()
  const { settings, saveSettings } = useSession()
  const [name, setName] = useState('')
  const saved = settings.savedSearches ?? []
  const kept = saved.find((s) => s.hash === location.hash)
  if (kept) return <Button look="quiet" icon="bookmark" onPress={() => void saveSettings({ savedSearches: saved.filter((s) => s.id !== kept.id) })}>{t('catalogue:forgetSearch')}</Button>
  if (query.q === '' && !isFiltered(query)) return null
  const save = (close: () => void) => {
    const before = saved
    void saveSettings({ savedSearches: [...saved, { id: crypto.randomUUID(), name: (name || query.q || t('catalogue:title')).slice(0, 120), hash: location.hash.slice(0, 2000) }] })
    notify({ tone: 'ok', text: t('catalogue:searchSaved'), undo: () => void saveSettings({ savedSearches: before }) })
    close()
  }
  return (
    <Popover label={t('catalogue:saveSearch')} placement="bottom end" trigger={<Button look="quiet" icon="bookmark">{t('catalogue:saveSearch')}</Button>}>
      {(close) => (
        <form className="col g5" onSubmit={(e) => { e.preventDefault(); save(close) }}>
          <TextField label={t('catalogue:searchName')} value={name} onChange={setName} placeholder={query.q} autoFocus />
          <div className="row"><span className="end"><Button look="primary" type="submit">{t('shell:save')}</Button></span></div>
        </form>
      )}
    </Popover>
  )
}
