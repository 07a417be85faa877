import { type ConsoleZone, listConsoleZones, maxZones } from '@dhakacart/contract/console-delivery.schema.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { Button } from '../../components/button.tsx'
import { DataTable } from '../../components/data-table.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded } from '../../components/states.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'
import { Districts } from './districts.tsx'
import { NewZoneDialog, ZoneDialog } from './zone-dialog.tsx'

/** What a parcel costs and takes by zone, and which districts lie in which. */
export default function DeliveryPage() {
  const { delivery: texts } = useWords().texts
  const mayWrite = useMe().can('delivery.write')
  const [isAdding, setAdding] = useState(false)
  const read = useRead(listConsoleZones)
  return (
    <>
      <PageHeader
        title={texts.title}
        text={texts.text}
        actions={
          mayWrite &&
          (read.data?.zones.length ?? maxZones) < maxZones && (
            <Button look="main" icon="plus" onClick={() => setAdding(true)}>
              {texts.add}
            </Button>
          )
        }
      />
      <Loaded read={read}>
        {({ zones }) => (
          <Tabs
            label={texts.title}
            tabs={[
              { key: 'zones', label: texts.zones, content: () => <Zones zones={zones} mayWrite={mayWrite} /> },
              {
                key: 'districts',
                label: texts.districts,
                content: () => <Districts zones={zones} mayWrite={mayWrite} />,
              },
            ]}
          />
        )}
      </Loaded>
      {isAdding && <NewZoneDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function Zones({ zones, mayWrite }: { zones: readonly ConsoleZone[]; mayWrite: boolean }) {
  const { texts, pick, money, number } = useWords()
  const { delivery } = texts
  const [open, setOpen] = useState<string | null>(null)
  const edited = zones.find(({ code }) => code === open)
  const kilograms = (grams: number) => delivery.kilograms(number(grams / 1_000))
  return (
    <>
      <DataTable
        label={delivery.zones}
        rows={zones}
        rowKey={({ code }) => code}
        columns={[
          { key: 'name', header: delivery.name, cell: ({ name }) => pick(name), isMain: true },
          {
            key: 'fee',
            header: delivery.fee,
            cell: ({ baseFeePaisa, baseWeightGrams }) =>
              delivery.feeUpTo(money(baseFeePaisa), kilograms(baseWeightGrams)),
          },
          {
            key: 'extra',
            header: delivery.extra,
            cell: ({ feePerExtraKgPaisa }) => money(feePerExtraKgPaisa),
            isNumber: true,
          },
          {
            key: 'days',
            header: delivery.days,
            cell: ({ daysMin, daysMax }) => delivery.daysFromTo(number(daysMin), number(daysMax)),
          },
          { key: 'places', header: delivery.places, cell: ({ upazilaCount }) => number(upazilaCount), isNumber: true },
          ...(mayWrite
            ? [
                {
                  key: 'change',
                  header: texts.general.edit,
                  cell: ({ code, name }: ConsoleZone) => (
                    <Button
                      icon="edit"
                      aria-label={`${texts.general.edit}: ${pick(name)}`}
                      onClick={() => setOpen(code)}
                    >
                      {texts.general.edit}
                    </Button>
                  ),
                },
              ]
            : []),
        ]}
      />
      {edited && <ZoneDialog zone={edited} onClose={() => setOpen(null)} />}
    </>
  )
}
