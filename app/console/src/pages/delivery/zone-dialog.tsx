import {
  type ConsoleZone,
  createZone,
  removeZone,
  saveZone,
  type ZoneContent,
} from '@dhakacart/contract/console-delivery.schema.ts'
import { useWrite } from '../../api/use-write.ts'
import { MoneyField, NumberField } from '../../components/amount-fields.tsx'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { type Form, FormView, useForm } from '../../components/form.tsx'
import { TextField } from '../../components/text-fields.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
import { useWords, type Words } from '../../words.ts'

const refreshes = ['/api/console/delivery']
const numbers = ['baseWeightGrams', 'daysMin', 'daysMax'] as const
const amounts = ['baseFeePaisa', 'feePerExtraKgPaisa'] as const

type Values = { code: string; nameEn: string; nameBn: string } & {
  [Name in (typeof numbers)[number] | (typeof amounts)[number]]: number | null
}
const nothing: Values = {
  code: '',
  nameEn: '',
  nameBn: '',
  baseFeePaisa: null,
  baseWeightGrams: 1_000,
  feePerExtraKgPaisa: null,
  daysMin: 1,
  daysMax: 3,
}

function valuesOf({ code, name, ...zone }: ConsoleZone): Values {
  const { baseFeePaisa, baseWeightGrams, feePerExtraKgPaisa, daysMin, daysMax } = zone
  return { code, nameEn: name.en, nameBn: name.bn, baseFeePaisa, baseWeightGrams, feePerExtraKgPaisa, daysMin, daysMax }
}

/** Only for values that passed the checks, so nothing is missing any more. */
function contentOf(values: Values): ZoneContent {
  return {
    name: { en: values.nameEn.trim(), bn: values.nameBn.trim() },
    baseFeePaisa: values.baseFeePaisa ?? 0,
    baseWeightGrams: values.baseWeightGrams ?? 0,
    feePerExtraKgPaisa: values.feePerExtraKgPaisa ?? 0,
    daysMin: values.daysMin ?? 0,
    daysMax: values.daysMax ?? 0,
  }
}

function check(values: Values, { delivery }: Words['texts']) {
  const missing = [...numbers, ...amounts].filter((key) => values[key] === null)
  return {
    ...Object.fromEntries(missing.map((key) => [key, delivery.numberMissing])),
    code: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(values.code) ? undefined : delivery.codeWrong,
    nameEn: values.nameEn.trim().length < 2 ? delivery.nameMissing : undefined,
    nameBn: values.nameBn.trim().length < 2 ? delivery.nameMissing : undefined,
    ...((values.daysMin ?? 0) > (values.daysMax ?? 0) && { daysMax: delivery.daysWrong }),
  }
}

export function NewZoneDialog({ onClose }: { onClose: () => void }) {
  const { texts } = useWords()
  const create = useWrite(createZone, { done: texts.general.saved, refreshes, isQuiet: true, onDone: onClose })
  const form = useForm<Values>({
    initial: nothing,
    mayBeLeft: true,
    validate: (values) => check(values, texts),
    submit: (values) => create.run({ body: { code: values.code, ...contentOf(values) } }),
  })
  return (
    <Dialog title={texts.delivery.add} onClose={onClose}>
      <FormView form={form} action={texts.delivery.add} problem={create.error}>
        <TextField
          label={texts.delivery.code}
          help={texts.delivery.codeHelp}
          autoComplete="off"
          maxLength={60}
          {...form.field('code')}
        />
        <ZoneFields form={form} />
      </FormView>
    </Dialog>
  )
}

export function ZoneDialog({ zone, onClose }: { zone: ConsoleZone; onClose: () => void }) {
  const words = useWords()
  const { delivery, general } = words.texts
  const save = useWrite(saveZone, { done: general.saved, refreshes, isQuiet: true, onDone: onClose })
  const remove = useWrite(removeZone, { done: general.saved, refreshes, onDone: onClose })
  const { form, problem, conflict } = useVersionedForm<ConsoleZone, Values, typeof saveZone>({
    current: zone,
    valuesOf,
    mayBeLeft: true,
    validate: (values) => check(values, words.texts),
    write: save,
    send: (values, version) => save.run({ params: { code: zone.code }, body: { version, ...contentOf(values) } }),
    differences: (mine, theirs) => differences(mine, theirs, words),
  })
  return (
    <Dialog title={words.pick(zone.name)} onClose={onClose}>
      <FormView
        form={form}
        action={general.save}
        problem={problem}
        others={
          zone.upazilaCount === 0 && (
            <Button
              look="danger"
              icon="trash"
              isBusy={remove.isBusy}
              onClick={() => void remove.run({ params: { code: zone.code } })}
            >
              {delivery.removeEmpty}
            </Button>
          )
        }
      >
        <ZoneFields form={form} />
      </FormView>
      {conflict}
    </Dialog>
  )
}

function ZoneFields({ form }: { form: Form<Values> }) {
  const { delivery } = useWords().texts
  return (
    <>
      <div className="form-row">
        <TextField label={delivery.nameEn} lang="en" maxLength={60} {...form.field('nameEn')} />
        <TextField label={delivery.nameBn} lang="bn" maxLength={60} {...form.field('nameBn')} />
      </div>
      <div className="form-row">
        <MoneyField label={delivery.baseFeePaisa} {...form.amount('baseFeePaisa')} />
        <NumberField label={delivery.baseWeightGrams} unit={delivery.grams} {...form.field('baseWeightGrams')} />
      </div>
      <MoneyField label={delivery.feePerExtraKgPaisa} {...form.amount('feePerExtraKgPaisa')} />
      <div className="form-row">
        <NumberField label={delivery.daysMin} unit={delivery.dayUnit} {...form.field('daysMin')} />
        <NumberField label={delivery.daysMax} unit={delivery.dayUnit} {...form.field('daysMax')} />
      </div>
    </>
  )
}

function differences(mine: Values, theirs: Values, { texts: { delivery }, money, number }: Words) {
  const write = (key: keyof Values, values: Values) => {
    const value = values[key]
    if (typeof value !== 'number') return value ?? ''
    return key.endsWith('Paisa') ? money(value) : number(value)
  }
  return (['nameEn', 'nameBn', ...amounts, ...numbers] as const).map((key) => ({
    label: delivery[key],
    mine: write(key, mine),
    theirs: write(key, theirs),
    isSame: mine[key] === theirs[key],
  }))
}
