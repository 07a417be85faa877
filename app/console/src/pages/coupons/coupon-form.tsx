import { MoneyField, NumberField } from '../../components/amount-fields.tsx'
import { Panel } from '../../components/facts.tsx'
import { type Form, FormView } from '../../components/form.tsx'
import { RadioField, TextField } from '../../components/text-fields.tsx'
import { DateTimeField } from '../../components/time-field.tsx'
import { useWords } from '../../words.ts'
import type { CouponValues } from './coupon-values.ts'

type Props = { form: Form<CouponValues>; action: string; error: unknown; isNew: boolean }

/** The terms of a coupon. The code stays once it is made. */
export function CouponForm({ form, action, error, isNew }: Props) {
  const { texts } = useWords()
  const { coupons } = texts
  const isPercent = form.values.kind === 'percent'
  return (
    <Panel>
      <FormView form={form} action={action} problem={error}>
        <TextField
          label={coupons.code}
          help={coupons.codeHelp}
          maxLength={20}
          autoComplete="off"
          disabled={!isNew}
          {...form.field('code')}
        />
        <RadioField
          name="kind"
          label={coupons.kind}
          error={undefined}
          value={form.values.kind}
          onChange={(kind) => form.set('kind', kind === 'amount' ? 'amount' : 'percent')}
          options={[
            { value: 'percent', label: coupons.kinds.percent },
            { value: 'amount', label: coupons.kinds.amount },
          ]}
        />
        {isPercent ? (
          <div className="form-row">
            <NumberField label={coupons.percent} unit="%" {...form.field('percent')} />
            <MoneyField label={coupons.most} help={coupons.mostHelp} isOptional {...form.amount('mostPaisa')} />
          </div>
        ) : (
          <MoneyField label={coupons.amount} {...form.amount('amountPaisa')} />
        )}
        <MoneyField label={coupons.minimum} help={coupons.minimumHelp} isOptional {...form.amount('minimumPaisa')} />
        <div className="form-row">
          <DateTimeField label={coupons.starts} {...form.field('startsAt')} />
          <DateTimeField label={coupons.ends} {...form.field('endsAt')} />
        </div>
        <div className="form-row">
          <NumberField label={coupons.totalLimit} help={coupons.limitHelp} isOptional {...form.field('totalLimit')} />
          <NumberField label={coupons.phoneLimit} help={coupons.limitHelp} isOptional {...form.field('phoneLimit')} />
        </div>
      </FormView>
    </Panel>
  )
}
