import { PageHeader } from '../../components/page-header.tsx'
import { useWords } from '../../words.ts'

export default function OverviewPage() {
  const { texts } = useWords()
  return <PageHeader title={texts.overview.title} text={texts.overview.text} />
}
