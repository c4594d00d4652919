import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components'
import './choice.css'

interface TabEntry { id: string; label: string; count?: string | number | undefined }
interface TabsProps { label: string; tabs: readonly TabEntry[]; value: string; onChange: (id: string) => void; /** what stands at the end of the strip */ end?: ReactNode; /** stays between strip and panel whichever tab is chosen: a search field keeps its cursor */ bar?: ReactNode; className?: string; children: ReactNode }
/** A strip of tabs over one panel; `children` is the panel of the chosen one. */
export function Tabs({ label, tabs, value, onChange, end, bar, className, children }: TabsProps) {
  return (
    <AriaTabs className={className ?? 'col grow'} selectedKey={value} onSelectionChange={(key) => onChange(String(key))} keyboardActivation="manual">
      <div className="tab-strip">
        <TabList className="tabs" aria-label={label}>
          {tabs.map((tab) => <Tab key={tab.id} id={tab.id} className="tab">{tab.label}{tab.count !== undefined && <span className="n">{tab.count}</span>}</Tab>)}
        </TabList>
        {end && <div className="tab-end">{end}</div>}
      </div>
      {bar}
      {/* react-aria takes a panel's id once: without the key the tab would point at a panel that is not there */}
      <TabPanel key={value} id={value} className="tab-panel" shouldForceMount={false}>{children}</TabPanel>
    </AriaTabs>
  )
}
