import { getSettings, type ShopSettings, saveSettings } from '@dhakacart/contract/console-settings.schema.ts'
import type { AnswerOf } from '@dhakacart/contract/route.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { MoneyField, NumberField } from '../../components/amount-fields.tsx'
import { Panel } from '../../components/facts.tsx'
import { FormView } from '../../components/form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords, type Words } from '../../words.ts'
import { InstalmentSettings } from './instalments.tsx'

type Versioned = AnswerOf<typeof getSettings>
type Key = keyof ShopSettings
type Values = { [Name in Key]: number | null }

/** Limits as the contract has them; money may be empty, which means never. */
const limits = {
  codConfirmationMinutes: [10, 1_440],
  codOpenOrdersPerPhone: [1, 100],
  codAdvancePercent: [1, 100],
  codRefusedParcelsForAdvance: [1, 20],
  returnWindowDays: [0, 90],
  codesPerDay: [1_000, 2_000_000],
} as const
const amounts = ['codConfirmationFromPaisa', 'codAdvanceFromPaisa'] as const
const counts = Object.keys(limits) as (keyof typeof limits)[]

/** What the owner decides without a deploy. */
export default function SettingsPage() {
  const { settings: texts, instalments } = useWords().texts
  const read = useRead(getSettings)
  return (
    <>
      <PageHeader title={texts.title} text={texts.text} />
      <Tabs
        label={texts.title}
        tabs={[
          {
            key: 'rules',
            label: texts.rules,
            content: () => <Loaded read={read}>{(versioned) => <SettingsForm versioned={versioned} />}</Loaded>,
          },
          { key: 'instalments', label: instalments.title, content: () => <InstalmentSettings /> },
        ]}
      />
    </>
  )
}

function SettingsForm({ versioned }: { versioned: Versioned }) {
  const words = useWords()
  const { settings: texts, general } = words.texts
  const mayWrite = useMe().can('settings.write')
  const save = useWrite(saveSettings, { done: general.saved, isQuiet: true, refreshes: ['/api/console/settings'] })
  const { form, problem, conflict } = useVersionedForm<Versioned, Values, typeof saveSettings>({
    current: versioned,
    valuesOf: ({ settings }) => settings,
    write: save,
    send: (values, version) => save.run({ body: { version, settings: values as ShopSettings } }),
    differences: (mine, theirs) => differences(mine, theirs, words),
    validate: (values) =>
      Object.fromEntries(
        counts
          .filter((key) => {
            const value = values[key]
            return value === null || value < limits[key][0] || value > limits[key][1]
          })
          .map((key) => [key, texts.range(words.number(limits[key][0]), words.number(limits[key][1]))]),
      ),
  })
  return (
    <div className="columns">
      <Panel>
        {!mayWrite && <Notice>{texts.readOnly}</Notice>}
        <FormView form={form} action={general.save} problem={problem} isReadOnly={!mayWrite}>
          {amounts.map((key) => (
            <MoneyField
              key={key}
              label={texts[key].label}
              help={texts[key].help}
              isOptional
              disabled={!mayWrite}
              {...form.amount(key)}
            />
          ))}
          {counts.map((key) => (
            <NumberField
              key={key}
              label={texts[key].label}
              help={texts[key].help}
              unit={texts[key].unit}
              disabled={!mayWrite}
              {...form.field(key)}
            />
          ))}
        </FormView>
      </Panel>
      {conflict}
    </div>
  )
}

function differences(mine: Values, theirs: Values, { texts, money, number }: Words) {
  const write = (key: Key, value: number | null) =>
    value === null ? texts.settings.never : key.endsWith('Paisa') ? money(value) : number(value)
  return [...amounts, ...counts].map((key) => ({
    label: texts.settings[key].label,
    mine: write(key, mine[key]),
    theirs: write(key, theirs[key]),
    isSame: mine[key] === theirs[key],
  }))
}
