import {
  type ConsoleDistrict,
  type ConsoleZone,
  listConsolePlaces,
  moveUpazilas,
} from '@dhakacart/contract/console-delivery.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { DataTable } from '../../components/data-table.tsx'
import { Loaded } from '../../components/states.tsx'
import { useWords } from '../../words.ts'

type Props = { zones: readonly ConsoleZone[]; mayWrite: boolean }

/** Which zone each district lies in; choosing another moves all of its upazilas. */
export function Districts({ zones, mayWrite }: Props) {
  const { texts, pick, number } = useWords()
  const { delivery } = texts
  const read = useRead(listConsolePlaces)
  return (
    <Loaded read={read}>
      {({ districts }) => (
        <DataTable
          label={delivery.districts}
          rows={districts}
          rowKey={({ slug }) => slug}
          columns={[
            { key: 'name', header: delivery.district, cell: ({ name }) => pick(name), isMain: true },
            { key: 'division', header: delivery.division, cell: ({ divisionName }) => pick(divisionName) },
            {
              key: 'places',
              header: delivery.places,
              cell: ({ upazilas }) => number(upazilas.length),
              isNumber: true,
            },
            {
              key: 'zone',
              header: delivery.zone,
              cell: (district) => <ZoneOf district={district} zones={zones} mayWrite={mayWrite} />,
            },
          ]}
        />
      )}
    </Loaded>
  )
}

function ZoneOf({ district, zones, mayWrite }: Props & { district: ConsoleDistrict }) {
  const { texts, pick } = useWords()
  const { delivery, general } = texts
  const move = useWrite(moveUpazilas, { done: general.saved, refreshes: ['/api/console/delivery'] })
  const current = zones.find(({ code }) => code === district.zoneCode)
  if (!mayWrite) return current ? pick(current.name) : delivery.severalZones
  return (
    <span className="field">
      <select
        aria-label={`${delivery.zone}: ${pick(district.name)}`}
        value={district.zoneCode ?? ''}
        disabled={move.isBusy}
        onChange={({ target }) =>
          void move.run({
            body: { zoneCode: target.value, upazilas: district.upazilas.map(({ id, zoneCode }) => ({ id, zoneCode })) },
          })
        }
      >
        {district.zoneCode === null && <option value="">{delivery.severalZones}</option>}
        {zones.map(({ code, name }) => (
          <option key={code} value={code}>
            {pick(name)}
          </option>
        ))}
      </select>
    </span>
  )
}
