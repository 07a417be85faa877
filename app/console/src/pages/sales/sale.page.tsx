import { createSale, getSale, type Sale, saveSale } from '@dhakacart/contract/console-sales.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { ButtonLink } from '../../components/button.tsx'
import { Panel } from '../../components/facts.tsx'
import { type Form, FormView, useForm } from '../../components/form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { CheckField, TextField } from '../../components/text-fields.tsx'
import { DateTimeField } from '../../components/time-field.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
import { navigate } from '../../router/location.ts'
import type { PageProps } from '../../routes.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { SaleActions } from './sale-actions.tsx'
import { SaleFiguresPanel } from './sale-figures.tsx'
import { SaleLines } from './sale-lines.tsx'
import { SaleProblems } from './sale-problems.tsx'
import { contentOf, findMistakes, newSale, type SaleValues, valuesOf } from './sale-values.ts'
import { PhaseBadge } from './sales.page.tsx'

const refreshes = ['/api/console/sales']

/** One sale: prepared, scheduled, watched. `new` makes a draft. */
export default function SalePage({ params }: PageProps) {
  const { texts } = useWords()
  if (params.saleId === 'new') {
    return (
      <>
        <PageHeader title={texts.sales.newTitle} back={{ to: '/sales', label: texts.sales.title }} />
        <NewSale />
      </>
    )
  }
  return <KnownSale saleId={Number(params.saleId)} />
}

function NewSale() {
  const words = useWords()
  const create = useWrite(createSale, { done: words.texts.general.saved, refreshes, isQuiet: true })
  const form = useForm<SaleValues>({
    initial: newSale,
    validate: (values) => findMistakes(values, words),
    submit: async (values) => {
      const made = await create.run({ body: contentOf(values) })
      if (made !== null) {
        // Saved: leaving asks nothing.
        form.reset(values)
        setTimeout(() => navigate(`/sales/${made.id}`))
      }
    },
  })
  return (
    <SaleForm
      form={form}
      action={words.texts.sales.saveDraft}
      error={create.error}
      isFixed={false}
      isReadOnly={false}
    />
  )
}

function KnownSale({ saleId }: { saleId: number }) {
  const { texts, pick } = useWords()
  const read = useRead(getSale, { params: { saleId } })
  return (
    <>
      <PageHeader
        title={read.data === undefined ? texts.sales.title : pick(read.data.name)}
        back={{ to: '/sales', label: texts.sales.title }}
        marks={read.data && <PhaseBadge phase={read.data.phase} />}
        actions={
          read.data?.hasWaitingRoom === true &&
          (read.data.phase === 'upcoming' || read.data.phase === 'running') && (
            <ButtonLink to={`/sales/${saleId}/waiting-room`}>{texts.waitingRoom.open}</ButtonLink>
          )
        }
      />
      <Loaded read={read}>{(sale) => <EditSale key={sale.id} sale={sale} />}</Loaded>
    </>
  )
}

function EditSale({ sale }: { sale: Sale }) {
  const words = useWords()
  const { texts } = words
  const me = useMe()
  const save = useWrite(saveSale, { done: texts.general.saved, refreshes, isQuiet: true })
  const { form, problem, conflict } = useVersionedForm<Sale, SaleValues, typeof saveSale>({
    current: sale,
    valuesOf,
    validate: (values) => findMistakes(values, words),
    write: save,
    send: (values, version) => save.run({ params: { saleId: sale.id }, body: { version, ...contentOf(values) } }),
    differences: (mine, theirs) => differences(mine, theirs, words),
  })
  const isReadOnly = !me.can('sales.write') || sale.phase === 'over' || sale.phase === 'cancelled'
  return (
    <div className="stack">
      {sale.phase === 'running' && <Notice tone="warn">{texts.sales.runningNote}</Notice>}
      {hasBegun(sale) && me.can('overview.read') && <SaleFiguresPanel sale={sale} />}
      {!isReadOnly && <SaleActions sale={sale} isDirty={form.isDirty} />}
      <SaleForm
        form={form}
        action={texts.general.save}
        error={problem}
        isFixed={sale.phase === 'running'}
        isReadOnly={isReadOnly}
      />
      {conflict}
    </div>
  )
}

/** A cancelled sale may have sold something before. */
function hasBegun({ phase }: Sale): boolean {
  return phase === 'running' || phase === 'over' || phase === 'cancelled'
}

type SaleFormProps = {
  form: Form<SaleValues>
  action: string
  error: unknown
  isFixed: boolean
  isReadOnly: boolean
}

function SaleForm({ form, action, error, isFixed, isReadOnly }: SaleFormProps) {
  const { texts } = useWords()
  const { sales } = texts
  const fields = (
    <>
      <SaleProblems error={error} lines={form.values.lines} />
      <Panel>
        <div className="form">
          <div className="form-row">
            <TextField label={sales.nameEn} lang="en" maxLength={80} disabled={isReadOnly} {...form.field('nameEn')} />
            <TextField label={sales.nameBn} lang="bn" maxLength={80} disabled={isReadOnly} {...form.field('nameBn')} />
          </div>
          <div className="form-row">
            <DateTimeField label={sales.starts} disabled={isFixed || isReadOnly} {...form.field('startsAt')} />
            <DateTimeField label={sales.ends} disabled={isReadOnly} {...form.field('endsAt')} />
          </div>
          <div className="form-row">
            <NumberField
              label={sales.limit}
              help={sales.limitHelp}
              isOptional
              disabled={isReadOnly}
              {...form.field('limitPerCustomer')}
            />
            <NumberField
              label={sales.prewarm}
              unit={sales.minutes}
              disabled={isReadOnly}
              {...form.field('prewarmMinutes')}
            />
          </div>
          <CheckField
            label={sales.hasWaitingRoom}
            help={sales.hasWaitingRoomHelp}
            disabled={isReadOnly}
            {...form.check('hasWaitingRoom')}
          />
        </div>
      </Panel>
      <SaleLines
        lines={form.values.lines}
        error={form.errors.lines}
        isFixed={isFixed}
        isReadOnly={isReadOnly}
        onChange={(lines) => form.set('lines', lines)}
      />
    </>
  )
  if (isReadOnly) return fields
  const isLineProblem = (error as { code?: string } | null)?.code === 'SALE_INVALID'
  return (
    <FormView form={form} action={action} problem={isLineProblem ? null : error}>
      {fields}
    </FormView>
  )
}

function differences(
  mine: SaleValues,
  theirs: SaleValues,
  { texts: { sales, general }, dateTime, number, money }: Words,
) {
  const write = (values: SaleValues) => ({
    [sales.nameEn]: values.nameEn,
    [sales.nameBn]: values.nameBn,
    [sales.starts]: values.startsAt === null ? '' : dateTime(values.startsAt),
    [sales.ends]: values.endsAt === null ? '' : dateTime(values.endsAt),
    [sales.limit]: values.limitPerCustomer === null ? '' : number(values.limitPerCustomer),
    [sales.prewarm]: number(values.prewarmMinutes ?? 0),
    [sales.hasWaitingRoom]: values.hasWaitingRoom ? general.yes : general.no,
    [sales.lines]: values.lines
      .map((line) => `${line.sku}: ${money(line.pricePaisa ?? 0)} × ${number(line.allotment ?? 0)}`)
      .join(', '),
  })
  const [ours, others] = [write(mine), write(theirs)]
  return Object.keys(ours).map((label) => ({
    label,
    mine: ours[label],
    theirs: others[label],
    isSame: ours[label] === others[label],
  }))
}
