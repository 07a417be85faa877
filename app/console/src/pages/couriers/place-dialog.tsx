import {
  type CourierPlaceRow,
  listCourierZones,
  setCourierPlace,
} from '@dhakacart/contract/console-courier-places.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { Dialog } from '../../components/dialog.tsx'
import { FormView } from '../../components/form.tsx'
import { Loaded, Notice } from '../../components/states.tsx'
import { CheckField, type Choice, SelectField } from '../../components/text-fields.tsx'
import { useVersionedForm } from '../../components/versioned-form.tsx'
import { useWords, type Words } from '../../words.ts'

/** The name is for whoever has to choose between theirs and mine. */
type Values = { city: string; zone: string; zoneName: string; isPriceOnly: boolean }

function valuesOf({ city, zone, suggestedCityId, isPriceOnly, isMetropolitanThana, state }: CourierPlaceRow): Values {
  const isKnown = zone !== null && state !== 'gone'
  return {
    city: String(city?.id ?? suggestedCityId ?? ''),
    zone: isKnown ? String(zone.id) : '',
    zoneName: isKnown ? `${zone.name}, ${city?.name ?? ''}` : '',
    // Thanas of cities are cut finer by Pathao; whoever knows that one is not takes the tick away.
    isPriceOnly: isKnown ? isPriceOnly : isMetropolitanThana,
  }
}

/** Which zone of Pathao a place of ours is, or that Pathao finds it by the address. */
export function PlaceDialog({ place, onClose }: { place: CourierPlaceRow; onClose: () => void }) {
  const words = useWords()
  const texts = words.texts.couriers.places
  const save = useWrite(setCourierPlace, {
    done: words.texts.general.saved,
    refreshes: ['/api/console/couriers'],
    isQuiet: true,
    onDone: onClose,
  })
  const { form, problem, conflict } = useVersionedForm<CourierPlaceRow, Values, typeof setCourierPlace>({
    current: place,
    valuesOf,
    mayBeLeft: true,
    validate: ({ city, zone }) => ({ zone: city !== '' && zone === '' ? texts.zoneMissing : undefined }),
    write: save,
    send: ({ zone, isPriceOnly }, version) =>
      save.run({
        params: { id: place.id },
        body: { version, zoneId: zone === '' ? null : Number(zone), isPriceOnly },
      }),
    differences: (mine, theirs) => differences(mine, theirs, words),
  })
  const { city } = form.values
  const read = useRead(listCourierZones, { query: city === '' ? {} : { city: Number(city) }, keepsPrevious: true })
  const cities = choicesOf(read.data?.cities)
  const zones = city === '' || read.isPlaceholderData ? [] : choicesOf(read.data?.zones)
  const choose = (zone: string) => {
    const nameIn = (choices: readonly Choice[], id: string) => choices.find(({ value }) => value === id)?.label ?? ''
    form.set('zone', zone)
    form.set('zoneName', zone === '' ? '' : `${nameIn(zones, zone)}, ${nameIn(cities, city)}`)
  }
  return (
    <Dialog title={`${words.pick(place.name)}, ${words.pick(place.district)}`} onClose={onClose}>
      {place.state === 'gone' && <Notice tone="warn">{texts.isGone(place.zone?.name ?? '')}</Notice>}
      <Loaded read={read}>
        {() => (
          <FormView form={form} action={words.texts.general.save} problem={problem}>
            <SelectField
              {...form.field('city')}
              label={texts.city}
              empty={texts.byAddress}
              options={cities}
              onChange={(next) => {
                form.set('city', next)
                choose('')
              }}
            />
            {city !== '' && (
              <>
                <SelectField
                  {...form.field('zone')}
                  label={texts.zone}
                  empty={texts.chooseZone}
                  options={zones}
                  onChange={choose}
                />
                <CheckField {...form.check('isPriceOnly')} label={texts.isPriceOnly} help={texts.isPriceOnlyHelp} />
              </>
            )}
          </FormView>
        )}
      </Loaded>
      {conflict}
    </Dialog>
  )
}

function choicesOf(places: readonly { id: number; name: string }[] = []): Choice[] {
  return places.map(({ id, name }) => ({ value: String(id), label: name }))
}

function differences(mine: Values, theirs: Values, { texts: { couriers, general } }: Words) {
  const yesNo = (isSo: boolean) => (isSo ? general.yes : general.no)
  const nameOf = ({ zoneName }: Values) => (zoneName === '' ? couriers.places.byAddress : zoneName)
  return [
    {
      label: couriers.places.zone,
      mine: nameOf(mine),
      theirs: nameOf(theirs),
      isSame: mine.zone === theirs.zone,
    },
    {
      label: couriers.places.isPriceOnly,
      mine: yesNo(mine.isPriceOnly),
      theirs: yesNo(theirs.isPriceOnly),
      isSame: mine.isPriceOnly === theirs.isPriceOnly,
    },
  ]
}
