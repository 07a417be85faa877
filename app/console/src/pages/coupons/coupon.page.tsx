import { type ConsoleCoupon, createCoupon, getCoupon, updateCoupon } from '@dhakacart/contract/coupons.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Button } from '../../components/button.tsx'
import type { ConflictField } from '../../components/conflict-dialog.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Facts, Panel } from '../../components/facts.tsx'
import { useForm } from '../../components/form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
import { navigate } from '../../router/location.ts'
import type { PageProps } from '../../routes.tsx'
import { useWords, type Words } from '../../words.ts'
import { CouponForm } from './coupon-form.tsx'
import { type CouponValues, fieldsOf, findMistakes, newCoupon, valuesOf } from './coupon-values.ts'
import { CouponBadge, writeDiscount, writeUse } from './coupons.page.tsx'

const refreshes = ['/api/console/coupons']

/** One coupon: its terms, how often it was used, and the switch that ends it. `new` makes one. */
export default function CouponPage({ params }: PageProps) {
  const { texts } = useWords()
  if (params.id === 'new') {
    return (
      <>
        <PageHeader title={texts.coupons.newTitle} back={{ to: '/coupons', label: texts.coupons.title }} />
        <NewCoupon />
      </>
    )
  }
  return <KnownCoupon id={Number(params.id)} />
}

function NewCoupon() {
  const words = useWords()
  const create = useWrite(createCoupon, { done: words.texts.general.saved, refreshes, isQuiet: true })
  const form = useForm<CouponValues>({
    initial: newCoupon,
    validate: (values) => findMistakes(values, words),
    submit: async (values) => {
      const made = await create.run({ body: fieldsOf(values, true) })
      if (made === null) return
      // Saved: leaving asks nothing.
      form.reset(values)
      setTimeout(() => navigate(`/coupons/${made.id}`))
    },
  })
  return <CouponForm form={form} action={words.texts.coupons.add} error={create.error} isNew />
}

function KnownCoupon({ id }: { id: number }) {
  const { texts } = useWords()
  const read = useRead(getCoupon, { params: { id } })
  return (
    <>
      <PageHeader
        title={read.data?.code ?? texts.coupons.title}
        back={{ to: '/coupons', label: texts.coupons.title }}
        marks={read.data && <CouponBadge coupon={read.data} />}
      />
      <Loaded read={read}>{(coupon) => <EditCoupon key={coupon.id} coupon={coupon} />}</Loaded>
    </>
  )
}

/** How it was used, and the switch. */
function Use({ coupon, onTurned }: { coupon: ConsoleCoupon; onTurned: (coupon: ConsoleCoupon) => void }) {
  const words = useWords()
  const { texts, money } = words
  const { coupons } = texts
  const [isAsked, setAsked] = useState(false)
  const change = useWrite(updateCoupon, {
    done: coupon.isActive ? coupons.stopped : coupons.started,
    refreshes,
    onDone: (now) => {
      setAsked(false)
      onTurned(now)
    },
  })
  const turn = () =>
    void change.run({
      params: { id: coupon.id },
      body: { version: coupon.version, fields: fieldsOf(valuesOf(coupon), !coupon.isActive) },
    })
  return (
    <Panel
      title={coupons.used}
      actions={
        coupon.isActive ? (
          <Button look="danger" onClick={() => setAsked(true)}>
            {coupons.stop}
          </Button>
        ) : (
          <Button isBusy={change.isBusy} onClick={turn}>
            {coupons.start}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [coupons.off, writeDiscount(coupon, words)],
          [coupons.used, writeUse(coupon, words)],
          [coupons.given, money(coupon.givenPaisa)],
        ]}
      />
      {isAsked && (
        <ConfirmDialog
          title={coupons.stop}
          text={<p>{coupons.stopText}</p>}
          action={coupons.stop}
          isDangerous
          isBusy={change.isBusy}
          onConfirm={turn}
          onClose={() => setAsked(false)}
        />
      )}
    </Panel>
  )
}

function EditCoupon({ coupon }: { coupon: ConsoleCoupon }) {
  const words = useWords()
  const { texts } = words
  const save = useWrite(updateCoupon, { done: texts.general.saved, refreshes, isQuiet: true })
  const { form, problem, conflict, continueOn } = useVersionedForm<ConsoleCoupon, CouponValues, typeof updateCoupon>({
    current: coupon,
    valuesOf,
    validate: (values) => findMistakes(values, words),
    write: save,
    send: (values, version, theirs = coupon) =>
      save.run({ params: { id: coupon.id }, body: { version, fields: fieldsOf(values, theirs.isActive) } }),
    differences: (mine, theirs) => differences(mine, theirs, words),
  })
  return (
    <div className="stack">
      <Use coupon={coupon} onTurned={continueOn} />
      {coupon.usedCount > 0 && <Notice tone="info">{texts.coupons.keptNote}</Notice>}
      <CouponForm form={form} action={texts.general.save} error={problem} isNew={false} />
      {conflict}
    </div>
  )
}

function differences(mine: CouponValues, theirs: CouponValues, words: Words): ConflictField[] {
  const { texts, money, number, dateTime } = words
  const { coupons } = texts
  const amount = (paisa: number | null) => (paisa === null ? '' : money(paisa))
  const count = (value: number | null) => (value === null ? '' : number(value))
  const time = (iso: string | null) => (iso === null ? '' : dateTime(iso))
  const write = (values: CouponValues): Record<string, string> => ({
    [coupons.off]: writeDiscount(fieldsOf(values, true), words),
    [coupons.minimum]: amount(values.minimumPaisa),
    [coupons.starts]: time(values.startsAt),
    [coupons.ends]: time(values.endsAt),
    [coupons.totalLimit]: count(values.totalLimit),
    [coupons.phoneLimit]: count(values.phoneLimit),
  })
  const [ours, others] = [write(mine), write(theirs)]
  return Object.keys(ours).map((label) => ({
    label,
    mine: ours[label],
    theirs: others[label],
    isSame: ours[label] === others[label],
  }))
}
