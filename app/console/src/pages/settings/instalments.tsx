import { getInstalmentTerms, saveInstalmentTerms } from '@dhakacart/contract/console-instalments.schema.ts'
import { toBanglaDigits, toLatinDigits } from '@dhakacart/contract/digits.ts'
import {
  type Instalments,
  maxInstalmentFeeBasisPoints,
  maxInstalmentMonths,
  maxInstalmentPlans,
} from '@dhakacart/contract/payments.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { MoneyField } from '../../components/amount-fields.tsx'
import { Button } from '../../components/button.tsx'
import { Panel } from '../../components/facts.tsx'
import { FormView } from '../../components/form.tsx'
import { Icon } from '../../components/icon.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { hasBankTwice, readPlan } from './plan-draft.ts'

type Versioned = AnswerOf<typeof getInstalmentTerms>
/** A bank as it is being typed. */
type PlanDraft = { rowKey: string; en: string; bn: string; months: string; fee: string }
type Values = { minPaisa: number | null; plans: PlanDraft[] }

/** Which banks let a card pay in instalments, over how many months and at what fee. */
export function InstalmentSettings() {
  const read = useRead(getInstalmentTerms)
  return <Loaded read={read}>{(versioned) => <InstalmentForm versioned={versioned} />}</Loaded>
}

function InstalmentForm({ versioned }: { versioned: Versioned }) {
  const words = useWords()
  const { instalments: texts, settings, general } = words.texts
  const mayWrite = useMe().can('settings.write')
  const save = useWrite(saveInstalmentTerms, {
    done: general.saved,
    isQuiet: true,
    refreshes: ['/api/console/instalments'],
  })
  const { form, problem, conflict } = useVersionedForm<Versioned, Values, typeof saveInstalmentTerms>({
    current: versioned,
    valuesOf: ({ terms }) => toValues(terms, words),
    write: save,
    send: ({ minPaisa, plans }, version) =>
      save.run({
        body: { version, terms: { minPaisa: minPaisa ?? 0, plans: plans.flatMap((draft) => readPlan(draft) ?? []) } },
      }),
    differences: (mine, theirs) => [
      difference(texts.minimum, mine.minPaisa, theirs.minPaisa, words),
      {
        label: texts.banks,
        mine: banksText(mine),
        theirs: banksText(theirs),
        isSame: banksText(mine) === banksText(theirs),
      },
    ],
    validate: ({ minPaisa, plans }) => ({
      minPaisa: minPaisa === null ? texts.minimumMissing : undefined,
      plans: wrongPlan(plans, words) ?? (hasBankTwice(plans) ? texts.bankTwice : undefined),
    }),
  })
  const { value: plans, onChange, error } = form.field('plans')
  const change = (index: number, part: Partial<PlanDraft>) =>
    onChange(plans.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <>
      <Panel title={texts.title}>
        {!mayWrite && <Notice>{settings.readOnly}</Notice>}
        <p className="muted settings-text">{texts.text}</p>
        <FormView form={form} action={general.save} problem={problem} isReadOnly={!mayWrite}>
          <MoneyField
            label={texts.minimum}
            help={texts.minimumHelp}
            disabled={!mayWrite}
            {...form.amount('minPaisa')}
          />
          <fieldset className="settings-plans" disabled={!mayWrite}>
            <legend>{texts.banks}</legend>
            <p className="field-help">
              {texts.monthsHelp} {texts.feeHelp}
            </p>
            {plans.length === 0 && <p className="muted">{texts.none}</p>}
            {plans.map((draft, index) => (
              <PlanBox
                key={draft.rowKey}
                draft={draft}
                onChange={(part) => change(index, part)}
                onRemove={() => onChange(plans.toSpliced(index, 1))}
              />
            ))}
            {/* Where the form is sent, as the bank that it names may be far up. */}
            {error !== undefined && (
              <p className="field-error" role="alert">
                {error}
              </p>
            )}
            <div className="actions" id="plans" tabIndex={-1}>
              {mayWrite && plans.length < maxInstalmentPlans && (
                <Button
                  icon="plus"
                  onClick={() =>
                    onChange([...plans, { rowKey: crypto.randomUUID(), en: '', bn: '', months: '', fee: '' }])
                  }
                >
                  {texts.add}
                </Button>
              )}
            </div>
          </fieldset>
        </FormView>
      </Panel>
      {conflict}
    </>
  )
}

/** What is wrong with the first bank that is, which may be far down the page. */
function wrongPlan(plans: readonly PlanDraft[], { texts, number, pick }: Words): string | undefined {
  const at = plans.findIndex((draft) => readPlan(draft) === null)
  const wrong = plans[at]
  if (wrong === undefined) return undefined
  const bank = pick(wrong).trim() || texts.instalments.nth(number(at + 1))
  const most = number(maxInstalmentFeeBasisPoints / 100)
  return texts.instalments.planWrong(bank, number(maxInstalmentMonths), most)
}

type BoxProps = { draft: PlanDraft; onChange: (part: Partial<PlanDraft>) => void; onRemove: () => void }

function PlanBox({ draft, onChange, onRemove }: BoxProps) {
  const { pick, texts: all } = useWords()
  const { instalments: texts } = all
  const bank = pick(draft) || texts.newBank
  const field = (name: 'en' | 'bn' | 'months' | 'fee') => ({
    name: `${draft.rowKey}-${name}`,
    error: undefined,
    value: draft[name],
    onChange: (value: string) => onChange({ [name]: value }),
  })
  return (
    <fieldset className="settings-plan">
      <legend>{bank}</legend>
      <TextField label={texts.bankEn} lang="en" maxLength={60} {...field('en')} />
      <TextField label={texts.bankBn} lang="bn" maxLength={60} {...field('bn')} />
      <TextField label={texts.months} maxLength={60} {...field('months')} />
      <TextField label={texts.fee} maxLength={6} {...field('fee')} />
      <button type="button" className="icon-button" aria-label={`${texts.remove}: ${bank}`} onClick={onRemove}>
        <Icon name="trash" />
      </button>
    </fieldset>
  )
}

function toValues({ minPaisa, plans }: Instalments, { language }: Words): Values {
  const digits = (text: string) => (language === 'bn' ? toBanglaDigits(text) : text)
  return {
    minPaisa,
    plans: plans.map(({ bank, months, feeBasisPoints }) => ({
      rowKey: bank.en,
      ...bank,
      months: digits(months.join(', ')),
      fee: feeBasisPoints === 0 ? '' : digits(String(feeBasisPoints / 100)),
    })),
  }
}

const banksText = ({ plans }: Values) =>
  plans.map(({ en, months, fee }) => `${en}: ${months}${fee === '' ? '' : ` +${fee}%`}`).join('; ')

function difference(label: string, mine: number | null, theirs: number | null, { money }: Words) {
  const write = (paisa: number | null) => (paisa === null ? '' : money(paisa))
  return {
    label,
    mine: write(mine),
    theirs: write(theirs),
    isSame: toLatinDigits(write(mine)) === toLatinDigits(write(theirs)),
  }
}
