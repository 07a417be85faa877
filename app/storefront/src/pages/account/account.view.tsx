import type { Account, Session } from '@dhakacart/contract/accounts.schema.ts'
import { formatDate, formatDateTime } from '@dhakacart/contract/dates.ts'
import type { ImportedOrderSummary, OrderOfHistory, OrderSummary } from '@dhakacart/contract/personal-data.schema.ts'
import { formatPhone } from '@dhakacart/contract/phone.ts'
import type { IconName } from '../../../assets/icons.ts'
import { Icon } from '../../components/icon.tsx'
import { ProductPicture } from '../../components/product-picture.tsx'
import { type AccountPart, links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { AccountFrame } from './account-frame.tsx'

/** The way to everything that belongs to the person. */
export function AccountView({ shop, account }: { shop: Shop; account: Account }) {
  const { language, texts: all } = shop
  const texts = all.account
  const parts: [AccountPart, IconName, string, string][] = [
    ['orders', 'box', texts.orders, texts.ordersText],
    ['addresses', 'map-pin', texts.addresses, texts.addressesText],
    ['profile', 'user', texts.profile, texts.profileText],
    ['devices', 'phone', texts.devices, texts.devicesText],
    ['data', 'shield', texts.data, texts.dataText],
  ]
  const phone = shop.digits(formatPhone(account.phone))
  return (
    <AccountFrame shop={shop} isHome title={account.name === null ? texts.helloUnnamed : texts.hello(account.name)}>
      <p className="hint">{[phone, account.email].filter((part) => part !== null).join(' · ')}</p>
      {account.name === null && (
        <p className="notice">
          <span>{texts.nameFirst}</span>
          <a href={links.accountPart(language, 'profile')}>{texts.giveName}</a>
        </p>
      )}
      {account.claimableOrders > 0 && (
        <form className="notice notice-good" method="post" action={links.accountPart(language, 'claim')}>
          <Icon name="box" />
          <span>{texts.claimTitle(shop.number(account.claimableOrders))}</span>
          <button className="button button-small" type="submit">
            {texts.claim}
          </button>
        </form>
      )}
      <ul className="account-parts">
        {parts.map(([part, icon, title, text]) => (
          <li key={part} className="panel">
            <Icon name={icon} />
            <div>
              <a href={links.accountPart(language, part)}>{title}</a>
              <p>{text}</p>
            </div>
          </li>
        ))}
      </ul>
      <form method="post" action={links.accountPart(language, 'sign-out')}>
        <button className="button button-quiet" type="submit">
          {texts.signOut}
        </button>
      </form>
    </AccountFrame>
  )
}

type OrdersProps = { orders: OrderOfHistory[]; nextCursor: string | null }

export function AccountOrdersView({ shop, orders, nextCursor }: OrdersProps & { shop: Shop }) {
  const { account: texts } = shop.texts
  return (
    <AccountFrame shop={shop} title={texts.orders}>
      {orders.length === 0 ? (
        <div className="empty-state">
          <Icon name="box" />
          <h2>{texts.noOrders}</h2>
          <p>{texts.noOrdersText}</p>
          <a className="button" href={links.home(shop.language)}>
            {texts.startShopping}
          </a>
        </div>
      ) : (
        <ul className="account-orders">
          {orders.map((order) =>
            order.from === 'here' ? (
              <OrderRow key={order.number} shop={shop} order={order} />
            ) : (
              <ImportedOrderRow key={`old ${order.id}`} shop={shop} order={order} />
            ),
          )}
        </ul>
      )}
      {nextCursor !== null && (
        <a className="button button-quiet" href={links.accountOrders(shop.language, nextCursor)}>
          {texts.olderOrders}
        </a>
      )}
    </AccountFrame>
  )
}

function OrderRow({ shop, order }: { shop: Shop; order: OrderSummary }) {
  const { account: texts, order: orderTexts } = shop.texts
  const others = order.lineCount - 1
  return (
    <li className="panel account-order">
      <ProductPicture pictureId={order.firstPictureId} alt="" size="thumb" />
      <div>
        <a href={links.order(shop.language, order.token)} aria-label={texts.openOrder(order.number)}>
          {order.number}
        </a>
        <p>
          {shop.pick(order.firstName)} {others > 0 && texts.andMore(shop.number(others))}
        </p>
        <small>{texts.orderOf(formatDate(order.placedAt, shop.language))}</small>
      </div>
      <div className="account-order-end">
        <strong>{shop.money(order.totalPaisa)}</strong>
        <span className="label">{orderTexts.states[order.state].name}</span>
      </div>
    </li>
  )
}

function ImportedOrderRow({ shop, order }: { shop: Shop; order: ImportedOrderSummary }) {
  const { account: texts, order: orderTexts } = shop.texts
  const others = order.lineCount - 1
  return (
    <li className="panel account-order">
      <ProductPicture pictureId={null} alt="" size="thumb" />
      <div>
        <a href={links.importedOrder(shop.language, order.id)} aria-label={texts.openOldOrder(order.number)}>
          {order.number}
        </a>
        <p>
          {order.firstName ?? texts.oldShopUnnamed} {others > 0 && texts.andMore(shop.number(others))}
        </p>
        <small>{texts.orderOf(formatDate(order.placedAt, shop.language))}</small>
      </div>
      <div className="account-order-end">
        <strong>{shop.money(order.totalPaisa)}</strong>
        <span className="label">{orderTexts.states[order.state].name}</span>
        <span className="label label-old">{texts.oldShop}</span>
      </div>
    </li>
  )
}

export function DevicesView({ shop, sessions }: { shop: Shop; sessions: Session[] }) {
  const { language, texts: all } = shop
  const texts = all.account
  return (
    <AccountFrame shop={shop} title={texts.devices}>
      <ul className="account-rows">
        {sessions.map((session) => (
          <li key={session.id} className="panel account-row">
            <div>
              <strong>{session.device === '' ? texts.unknownDevice : session.device}</strong>{' '}
              {session.isThisOne && <span className="label label-official">{texts.thisDevice}</span>}
              <p>
                {texts.signedInAt(formatDateTime(session.signedInAt, language))},{' '}
                {texts.lastUsed(formatDateTime(session.lastUsedAt, language))}
              </p>
            </div>
            {!session.isThisOne && (
              <form method="post" action={links.endDevice(language, session.id)}>
                <button className="button button-quiet button-small" type="submit">
                  {texts.endDevice}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form className="panel account-form" method="post" action={links.accountPart(language, 'devices/end-all')}>
        <p>{texts.everywhereText}</p>
        <button className="button button-danger" type="submit">
          {texts.everywhere}
        </button>
      </form>
    </AccountFrame>
  )
}
