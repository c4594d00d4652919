import { useState, type FormEvent } from 'react'
import { Form } from 'react-aria-components'
import { useT } from '../../app/i18n.ts'
import { useFormat, useLocaleTag } from '../../app/session.tsx'
import { Button, IconButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { Avatar, Status } from '../../ui/status.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Own } from '../../ui/text.tsx'
import type { DealActions, OpenDeal } from './use-deal-actions.ts'

const DAY = 86_400_000
export function Tasks({ deal: { view }, actions }: { deal: OpenDeal; actions: DealActions }) {
  const t = useT()
  const f = useFormat()
  const [adding, setAdding] = useState(false)
  const tasks = (view.deal.tasks ?? []).toSorted((a, b) => Number(a.done) - Number(b.done) || (a.due ?? '9').localeCompare(b.due ?? '9'))
  const open = tasks.filter((task) => !task.done).length
  return (
    <section aria-labelledby="dl-tasks">
      <div className="dl-h"><h2 id="dl-tasks">{t('deals:tasks.heading')}</h2>{open > 0 && <span className="dim">{f.number(open)}</span>}<span className="end"><IconButton icon="plus" label={t('deals:tasks.add')} onPress={() => setAdding(!adding)} /></span></div>
      {adding && <NewTask actions={actions} onDone={() => setAdding(false)} />}
      {tasks.length === 0 && !adding && <p className="meta dim">{t('deals:tasks.empty')}</p>}
      {tasks.map((task) => (
        <div key={task.id} className="tk" {...(task.done ? { 'data-done': '' } : {})}>
          <Checkbox isSelected={task.done} onChange={(on) => actions.setTask(task, on)}><Own className="tk-t">{task.title}</Own></Checkbox>
          <span className="grow" />
          {task.due && !task.done && <Due iso={task.due} />}
          {task.due && <span className="meta dim">{f.dayShort(task.due)}</span>}
          {task.who && <Avatar name={task.who} />}
        </div>
      ))}
    </section>
  )
}

function Due({ iso }: { iso: string }) {
  const t = useT()
  const days = Math.ceil((Date.parse(iso) - Date.now()) / DAY)
  if (days > 7) return null
  return <Status icon={days < 0 ? 'due' : 'clock'} tone={days < 0 ? 'danger' : 'warn'}>{days < 0 ? t('deals:tasks.late', { n: -days }) : t('deals:tasks.left', { n: days })}</Status>
}

function NewTask({ actions, onDone }: { actions: DealActions; onDone: () => void }) {
  const t = useT()
  const tag = useLocaleTag()
  const [title, setTitle] = useState('')
  const [due, setDue] = useState('')
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (title.trim() !== '') void actions.addTask(title.trim(), due).then((ok) => ok && onDone())
  }
  return (
    <Form className="tk-new" onSubmit={submit}>
      <TextField label={t('deals:tasks.new')} quietLabel placeholder={t('deals:tasks.new')} value={title} onChange={setTitle} autoFocus />
      <DateField label={t('deals:tasks.due')} quietLabel value={due} onChange={setDue} localeTag={tag} />
      <Button type="submit" isDisabled={title.trim() === ''}>{t('deals:tasks.save')}</Button>
    </Form>
  )
}
