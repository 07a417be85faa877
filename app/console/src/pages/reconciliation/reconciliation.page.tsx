import { PageHeader } from '../../components/page-header.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useWords } from '../../words.ts'
import { OwedList } from '../receivables/owed-list.tsx'
import { DifferenceList } from './difference-list.tsx'
import { RunList } from './run-list.tsx'
import { StatementList } from './statement-list.tsx'

/** Whether our books and the providers' agree: what differs first, the nightly comparisons behind it. */
export default function ReconciliationPage() {
  const { reconciliation, statements, receivables } = useWords().texts
  return (
    <>
      <PageHeader title={reconciliation.title} text={reconciliation.text} />
      <Tabs
        label={reconciliation.parts}
        tabs={[
          { key: 'open', label: reconciliation.open, content: () => <DifferenceList isOpen /> },
          { key: 'all', label: reconciliation.all, content: () => <DifferenceList /> },
          { key: 'runs', label: reconciliation.runs, content: () => <RunList /> },
          { key: 'owed', label: receivables.title, content: () => <OwedList /> },
          { key: 'statements', label: statements.title, content: () => <StatementList /> },
        ]}
      />
    </>
  )
}
