import type { Visit, WaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import { links } from '../../links.ts'
import type { Shop } from '../../shop.ts'
import { roomNow, roomTexts, timeOf } from './room-props.ts'

type Props = { shop: Shop; room: WaitingRoom; visit: Visit | null }

/** The waiting room. With our script the first panel lives; without it the page is renewed. */
export function WaitingRoomView({ shop, room, visit }: Props) {
  const { language, texts: all, number } = shop
  const texts = all.waitingRoom
  const now = roomNow(shop, room, visit)
  return (
    <div className="width room">
      <h1>{texts.title}</h1>
      <p className="room-lead">{texts.lead(shop.pick(room.name))}</p>
      <section
        className="panel room-panel"
        aria-labelledby="room-status"
        data-waiting-room={room.saleId}
        data-language={language}
        data-checkout={links.checkout(language)}
        data-texts={JSON.stringify(roomTexts(shop))}
      >
        <p className="room-status" id="room-status" role="status" data-room-status>
          {now.sentence}
        </p>
        <p
          className={`room-figure${visit !== null && room.phase === 'early' ? ' room-date' : ''}`}
          data-room-figure
          hidden={now.figure === null}
        >
          {now.figure}
        </p>
        <progress className="room-progress" max={1} value={0} data-room-progress hidden aria-label={texts.serving} />
        <dl className="room-facts" data-room-facts hidden={visit === null || visit.number === null}>
          <div>
            <dt>{texts.ticket}</dt>
            <dd data-room-number>{visit?.number == null ? '' : number(visit.number)}</dd>
          </div>
          <div>
            <dt>{texts.place}</dt>
            <dd data-room-place>{visit?.place == null ? texts.drawn : number(visit.place)}</dd>
          </div>
          <div>
            <dt>{texts.serving}</dt>
            <dd data-room-serving>{number(room.serving)}</dd>
          </div>
        </dl>
        <Ways shop={shop} room={room} visit={visit} />
      </section>
      <section className="room-how" aria-labelledby="room-how">
        <h2 id="room-how">{texts.steps}</h2>
        <ul className="ticks">
          <li>{texts.stepEarly}</li>
          <li>{texts.stepOpen}</li>
          <li>{texts.stepTabs}</li>
          <li>{texts.stepTurn(number(room.turnSeconds / 60), number(room.passSeconds / 60))}</li>
          <li className="without-script">{texts.stepScript}</li>
        </ul>
      </section>
    </div>
  )
}

/** What can be pressed. The script shows the one that fits, and hides the others. */
function Ways({ shop, room, visit }: Props) {
  const { language, texts: all, number } = shop
  const texts = all.waitingRoom
  const state = visit?.state ?? 'none'
  const isFree = room.phase === 'closed'
  const isOver = room.phase === 'over'
  const isDone = state === 'missed' || state === 'pass_over' || state === 'ordered'
  return (
    <div className="room-ways">
      <form
        method="post"
        action={links.waitingRoom(language, room.saleId)}
        data-room-take
        hidden={isFree || isOver || !(state === 'none' || isDone)}
        className={state === 'none' ? 'without-script' : undefined}
      >
        <button className="button button-buy" type="submit">
          {isDone ? texts.takeNew : texts.take}
        </button>
      </form>
      <form method="post" action={links.roomPass(language, room.saleId)} data-room-pass hidden={state !== 'called'}>
        <p>{texts.calledText(number(room.turnSeconds / 60))}</p>
        <button className="button button-buy" type="submit">
          {texts.goOn}
        </button>
      </form>
      <div data-room-go hidden={!(isFree || state === 'admitted')}>
        {visit?.passEndsAt != null && state === 'admitted' && (
          <p>{texts.admittedText(timeOf(shop, visit.passEndsAt))}</p>
        )}
        <a className="button button-buy" href={links.checkout(language)}>
          {texts.goOn}
        </a>
      </div>
    </div>
  )
}
