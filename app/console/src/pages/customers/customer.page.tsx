import { type ConsoleCustomer, getConsoleCustomer } from '@dhakacart/contract/console-customers.schema.ts'
import { useRead } from '../../api/use-read.ts'
import { Badge } from '../../components/badge.tsx'
import { Facts, Figure, Panel } from '../../components/facts.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Loaded } from '../../components/states.tsx'
import { Tabs } from '../../components/tabs.tsx'
import { Time } from '../../components/time.tsx'
import type { PageProps } from '../../routes.tsx'
import { useWords } from '../../words.ts'
import { CustomerOrders, OldShopOrders } from './order-lists.tsx'

/** One person: what they ordered, how they stand with cash on delivery, their account and addresses. */
export default function CustomerPage({ params }: PageProps) {
  const { texts } = useWords()
  const t = texts.customers
  const ref = params['ref'] ?? ''
  const read = useRead(getConsoleCustomer, { params: { ref } })
  const person = read.data
  return (
    <>
      <PageHeader
        title={person === undefined ? t.one : (person.name ?? t.nameless)}
        back={{ to: '/customers', label: t.title }}
        marks={
          person && (
            <span className="badges">
              <Badge tone={person.account === null ? 'quiet' : 'info'}>
                {person.account === null ? t.guest : t.account}
              </Badge>
            </span>
          )
        }
        {...(person?.isMasked && { text: t.masked })}
      />
      <Loaded read={read}>{(found) => <InFull person={found} />}</Loaded>
    </>
  )
}

function InFull({ person }: { person: ConsoleCustomer }) {
  const { texts, number, money } = useWords()
  const t = texts.customers
  return (
    <div className="stack">
      <div className="figures">
        <Figure label={t.orders} value={number(person.orderCount)} />
        <Figure label={t.delivered} value={money(person.deliveredPaisa)} />
        <Figure label={t.codOpen} value={number(person.codOpenOrders)} />
        <Figure
          label={t.refused}
          value={number(person.refusedParcels)}
          {...(person.refusedParcels > 0 && { tone: 'stop' as const })}
        />
      </div>
      <div className="columns">
        <Ordered person={person} />
        <div className="stack">
          <Contact person={person} />
          {person.account && <Account account={person.account} />}
          {person.account && <Addresses addresses={person.account.addresses} />}
        </div>
      </div>
    </div>
  )
}

function Ordered({ person: { ref, importedOrderCount } }: { person: ConsoleCustomer }) {
  const { texts, number } = useWords()
  const t = texts.customers
  if (importedOrderCount === 0) return <CustomerOrders customerRef={ref} />
  return (
    <Tabs
      label={t.orders}
      tabs={[
        { key: 'orders', label: t.orders, content: () => <CustomerOrders customerRef={ref} /> },
        {
          key: 'old',
          label: t.oldOrders(number(importedOrderCount)),
          content: () => <OldShopOrders customerRef={ref} />,
        },
      ]}
    />
  )
}

function Contact({ person }: { person: ConsoleCustomer }) {
  const { texts, digits } = useWords()
  const t = texts.customers
  return (
    <Panel title={t.contact}>
      <Facts
        facts={[
          [t.name, person.name],
          [t.phone, digits(person.phone)],
          [t.email, person.email],
          [t.language, person.language === 'bn' ? 'বাংলা' : 'English'],
        ]}
      />
    </Panel>
  )
}

function Account({ account }: { account: NonNullable<ConsoleCustomer['account']> }) {
  const { texts, number } = useWords()
  const t = texts.customers
  return (
    <Panel title={t.account}>
      <Facts
        facts={[
          [t.since, <Time key="since" at={account.createdAt} isExact />],
          [t.password, account.hasPassword ? texts.general.yes : texts.general.no],
          [t.sessions, number(account.sessionCount)],
          [t.lastSeen, account.lastSeenAt && <Time key="seen" at={account.lastSeenAt} />],
        ]}
      />
    </Panel>
  )
}

function Addresses({ addresses }: { addresses: NonNullable<ConsoleCustomer['account']>['addresses'] }) {
  const { texts, pick, digits } = useWords()
  const t = texts.customers
  return (
    <Panel title={t.addresses}>
      {addresses.length === 0 && <p className="muted">{t.noAddresses}</p>}
      {addresses.map((address) => (
        <Facts
          key={address.id}
          facts={[
            [t.recipient, `${address.recipientName}, ${digits(address.recipientPhone)}`],
            [t.street, address.streetAddress],
            [t.place, [address.upazila, address.district, address.division].map(pick).join(', ')],
            [t.note, address.deliveryNote],
            [t.isDefault, address.isDefault ? texts.general.yes : null],
          ]}
        />
      ))}
    </Panel>
  )
}
