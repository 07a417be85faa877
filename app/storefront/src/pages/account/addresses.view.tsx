import type { Address } from '@dhakacart/contract/addresses.schema.ts'
import type { Division } from '@dhakacart/contract/delivery.schema.ts'
import { formatPhone, normalisePhone } from '@dhakacart/contract/phone.ts'
import { type CheckoutErrors, type CheckoutValues, lengthMax } from '../../checkout-values.ts'
import { Field } from '../../components/field.tsx'
import { Icon } from '../../components/icon.tsx'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import type { ShownUpazila } from '../../upazila-list.ts'
import { AccountFrame } from './account-frame.tsx'

export function AddressesView({ shop, addresses }: { shop: Shop; addresses: Address[] }) {
  const { language, texts: all } = shop
  const texts = all.account
  return (
    <AccountFrame shop={shop} title={texts.addresses}>
      {addresses.length === 0 && <p className="hint">{texts.noAddresses}</p>}
      <ul className="account-rows">
        {addresses.map((address) => (
          <li key={address.id} className="panel account-row">
            <AddressText shop={shop} address={address} />
            <div className="account-row-ways">
              <a className="button button-quiet button-small" href={links.address(language, address.id)}>
                {texts.edit}
              </a>
              <details className="cancel">
                <summary>{texts.remove}</summary>
                <p>{texts.removeSure}</p>
                <form method="post" action={links.removeAddress(language, address.id)}>
                  <button className="button button-danger button-small" type="submit">
                    {texts.removeYes}
                  </button>
                </form>
              </details>
            </div>
          </li>
        ))}
      </ul>
      <a className="button" href={links.accountPart(language, 'addresses/new')}>
        <Icon name="plus" />
        {texts.addAddress}
      </a>
    </AccountFrame>
  )
}

function AddressText({ shop, address }: { shop: Shop; address: Address }) {
  const { pick } = shop
  const places = [...new Set([pick(address.upazila), pick(address.district), pick(address.division)])].join(', ')
  return (
    <div>
      <strong>{address.recipientName}</strong>{' '}
      {address.isDefault && <span className="label label-official">{shop.texts.account.defaultAddress}</span>}
      <p>
        <span className="as-typed">{address.streetAddress}</span>
        <br />
        {places}
        <br />
        {shop.digits(formatPhone(address.recipientPhone))}
      </p>
    </div>
  )
}

type AddressFormProps = {
  /** null for a new one. */
  id: number | null
  values: CheckoutValues
  isDefault: boolean
  /** What makes a repeated press add the address once. */
  addressKey: string
  divisions: readonly Division[]
  upazilas: ShownUpazila[]
  errors: CheckoutErrors
  problem?: string | undefined
}
type FormProps = AddressFormProps & { shop: Shop }

/** One plain form; choosing a district fetches its upazilas, by the small button where there is no JavaScript. */
export function AddressFormView(props: FormProps) {
  const { shop, id, errors } = props
  const { account: texts, checkout } = shop.texts
  const problem = props.problem ?? (Object.keys(errors).length > 0 ? checkout.problemTitle : undefined)
  const action = id === null ? links.accountPart(shop.language, 'addresses/new') : links.address(shop.language, id)
  return (
    <AccountFrame shop={shop} title={id === null ? texts.addAddress : texts.editAddress} problem={problem}>
      <form className="panel account-form" method="post" action={action} noValidate data-address-form="">
        {/* Enter in a field presses the first button of a form, which must not be the one that only fetches upazilas. */}
        <button className="unseen" type="submit" name="step" value="save" tabIndex={-1} aria-hidden="true" />
        <input type="hidden" name="key" value={props.addressKey} />
        <RecipientFields {...props} />
        <PlaceChoice {...props} />
        <StreetFields {...props} />
        <label className="tick">
          <input type="checkbox" name="isDefault" value="yes" defaultChecked={props.isDefault} />
          <span>{texts.makeDefault}</span>
        </label>
        <button className="button" type="submit" name="step" value="save">
          {texts.saveAddress}
        </button>
      </form>
    </AccountFrame>
  )
}

function RecipientFields({ shop, values, errors }: FormProps) {
  const { account: texts, checkout } = shop.texts
  const phone = normalisePhone(values.phone)
  return (
    <>
      <Field name="name" label={texts.recipient} error={errors.name}>
        {(described) => (
          <input
            {...described}
            type="text"
            autoComplete="name"
            required
            maxLength={lengthMax.name}
            defaultValue={values.name}
          />
        )}
      </Field>
      <Field name="phone" label={checkout.phone} hint={checkout.phoneHint} error={errors.phone}>
        {(described) => (
          <input
            {...described}
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            required
            maxLength={lengthMax.phone}
            defaultValue={phone === null ? values.phone : shop.digits(formatPhone(phone))}
          />
        )}
      </Field>
    </>
  )
}

function PlaceChoice({ shop, values, errors, divisions, upazilas }: FormProps) {
  const { checkout: texts } = shop.texts
  const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name, shop.language)
  return (
    <>
      <Field name="district" label={texts.district} error={errors.district}>
        {(described) => (
          <select {...described} required defaultValue={values.district}>
            <option value="">{texts.chooseDistrict}</option>
            {divisions.map((division) => (
              <optgroup key={division.slug} label={shop.pick(division.name)}>
                {division.districts
                  .map(({ slug, name }) => ({ slug, name: shop.pick(name) }))
                  .toSorted(byName)
                  .map(({ slug, name }) => (
                    <option key={slug} value={slug}>
                      {name}
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <button className="button button-quiet step-button without-script" type="submit" name="step" value="district">
        {texts.showUpazilas}
      </button>
      <input type="hidden" name="upazilasOf" value={upazilas.length > 0 ? values.district : ''} />
      <Field
        name="upazila"
        label={texts.upazila}
        hint={upazilas.length === 0 ? texts.districtFirst : undefined}
        error={errors.upazila}
      >
        {(described) => (
          <select {...described} required disabled={upazilas.length === 0} defaultValue={values.upazila}>
            <option value="">{texts.chooseUpazila}</option>
            {upazilas.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

function StreetFields({ shop, values, errors }: FormProps) {
  const { checkout: texts } = shop.texts
  return (
    <>
      <Field name="street" label={texts.street} hint={texts.streetHint} error={errors.street}>
        {(described) => (
          <textarea
            {...described}
            autoComplete="street-address"
            rows={2}
            required
            maxLength={lengthMax.street}
            defaultValue={values.street}
          />
        )}
      </Field>
      <Field name="note" label={texts.note} optional={texts.optional} error={errors.note}>
        {(described) => (
          <textarea {...described} autoComplete="off" rows={2} maxLength={lengthMax.note} defaultValue={values.note} />
        )}
      </Field>
    </>
  )
}
