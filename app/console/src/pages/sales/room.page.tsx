import {
  type ConsoleRoom,
  getConsoleRoom,
  type RoomState,
  runConsoleRoom,
} from '@dhakacart/contract/console-waiting-room.schema.ts'
import { formatTime } from '@dhakacart/contract/dates.ts'
import { useState } from 'react'
import { useRead } from '../../api/use-read.ts'
import { useWrite } from '../../api/use-write.ts'
import { NumberField } from '../../components/amount-fields.tsx'
import { Badge } from '../../components/badge.tsx'
import { Button } from '../../components/button.tsx'
import { ConfirmDialog } from '../../components/dialog.tsx'
import { Figure, Panel } from '../../components/facts.tsx'
import { FormView, useForm } from '../../components/form.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Plot } from '../../components/plot.tsx'
import { Loaded, Problem } from '../../components/states.tsx'
import type { PageProps } from '../../routes.tsx'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words.ts'

const refreshes = ['/api/console/sales/:saleId/waiting-room']
/** Decisions are made once a second; people read slower. */
const refreshEveryMs = 2_000

/** The waiting room of a sale: how many wait, how fast they are called, and the buttons. */
export default function RoomPage({ params }: PageProps) {
  const { texts, pick } = useWords()
  const saleId = Number(params.saleId)
  const read = useRead(getConsoleRoom, { params: { saleId }, refreshEveryMs })
  const room = read.data
  return (
    <>
      <PageHeader
        title={room === undefined ? texts.waitingRoom.title : `${texts.waitingRoom.title}: ${pick(room.name)}`}
        back={{ to: `/sales/${saleId}`, label: texts.sales.title }}
        marks={room && <Badge tone={tones[room.phase]}>{texts.waitingRoom.phases[room.phase]}</Badge>}
      />
      <Loaded read={read}>
        {(shown) => (
          <div className="stack">
            <Actions room={shown} />
            <Figures room={shown} />
            <History room={shown} />
            <Limits key={shown.version} room={shown} />
          </div>
        )}
      </Loaded>
    </>
  )
}

const tones = { early: 'info', running: 'good', paused: 'warn', closed: 'quiet', over: 'quiet' } as const

function Figures({ room }: { room: ConsoleRoom }) {
  const { texts, number, percent } = useFigures()
  const { waitingRoom: words } = texts
  const minutes = room.clearSeconds === null ? null : Math.round(room.clearSeconds / 60)
  const isCalling = room.phase === 'running'
  // Orders need no pass then: nobody waits, and who had one is like everybody else.
  const isGone = room.phase === 'closed' || room.phase === 'over'
  const isClear = isGone || room.waiting === 0
  const isSlow = room.checkoutP95Ms !== null && room.checkoutP95Ms > room.targetMs
  return (
    <div className="figures" aria-live="off">
      <Figure
        label={words.waiting}
        value={number(isGone ? 0 : room.waiting)}
        text={words.waitingText(number(room.lastNumber))}
      />
      <Figure
        label={words.serving}
        value={number(room.serving)}
        {...(room.earlyCount !== null && { text: words.servingText(number(room.earlyCount)) })}
      />
      <Figure
        label={words.rate}
        value={isCalling ? words.perSecond(number(Math.round(room.ratePerSecond))) : '–'}
        text={isCalling ? words.calls(number(Math.round(room.callsPerSecond))) : words.clearUnknown}
      />
      <Figure
        label={words.checkout}
        value={room.checkoutP95Ms === null ? '–' : words.milliseconds(number(room.checkoutP95Ms))}
        text={room.checkoutP95Ms === null ? words.noOrders : words.checkoutText(percent(room.failedShare))}
        {...(room.checkoutP95Ms !== null && {
          tone: isSlow || room.failedShare > 0.01 ? ('stop' as const) : ('good' as const),
        })}
      />
      <Figure
        label={words.atCheckout}
        value={isGone ? '–' : number(room.atCheckout)}
        text={words.atCheckoutText(number(room.ordered))}
      />
      <Figure label={words.noShows} value={number(room.noShows)} text={words.noShowsText} />
      <Figure
        label={words.clear}
        value={isClear || minutes === null ? '–' : minutes === 0 ? words.soon : words.minutes(number(minutes))}
        {...(isClear ? { text: words.clearDone } : minutes === null && { text: words.clearUnknown })}
      />
    </div>
  )
}

function useFigures() {
  const words = useWords()
  return { ...words, percent: (share: number) => `${words.number(Math.round(share * 100))} %` }
}

function History({ room }: { room: ConsoleRoom }) {
  const { texts, number, language } = useWords()
  const { waitingRoom: words } = texts
  // Half an hour: with its day, a label would lie on the next one.
  const points = room.history.map(({ at, called }) => ({ label: formatTime(at, language), value: called }))
  return (
    <Panel>
      <Plot
        title={words.history}
        kind="bar"
        points={points}
        write={number}
        labelTitle={words.minute}
        valueTitle={words.called}
        least={60}
      />
    </Panel>
  )
}

const controlsOf = ({ floorPerSecond, ceilingPerSecond, targetMs }: ConsoleRoom) => ({
  floorPerSecond,
  ceilingPerSecond,
  targetMs,
})

/** Opening is harmless; pausing and closing concern everybody who waits. */
function Actions({ room }: { room: ConsoleRoom }) {
  const { texts } = useWords()
  const { waitingRoom: words } = texts
  const me = useMe()
  const [asked, setAsked] = useState<Exclude<RoomState, 'open'> | null>(null)
  const done = { open: words.opened, paused: words.paused, closed: words.closed }
  const run = useWrite(runConsoleRoom, {
    refreshes,
    isQuiet: true,
    done: done[asked ?? 'open'],
    onDone: () => setAsked(null),
  })
  if (!me.can('waiting_rooms.run') || room.phase === 'over') return null
  const send = (state: RoomState) =>
    void run.run({ params: { saleId: room.saleId }, body: { version: room.version, state, ...controlsOf(room) } })
  const asks = {
    paused: { title: words.pauseTitle, text: words.pauseText, action: words.pause },
    closed: { title: words.closeTitle, text: words.closeText, action: words.close },
  }
  return (
    <div className="stack">
      {run.error !== null && <Problem error={run.error} />}
      <div className="actions">
        {room.state !== 'open' && (
          <Button look="main" isBusy={run.isBusy} onClick={() => send('open')}>
            {words.reopen}
          </Button>
        )}
        {room.state === 'open' && <Button onClick={() => setAsked('paused')}>{words.pause}</Button>}
        {room.state !== 'closed' && (
          <Button look="danger" onClick={() => setAsked('closed')}>
            {words.close}
          </Button>
        )}
      </div>
      {asked !== null && (
        <ConfirmDialog
          {...asks[asked]}
          isDangerous={asked === 'closed'}
          isBusy={run.isBusy}
          onConfirm={() => send(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}

type LimitValues = { floor: number | null; ceiling: number | null; target: number | null }

function Limits({ room }: { room: ConsoleRoom }) {
  const { texts } = useWords()
  const { waitingRoom: words } = texts
  const me = useMe()
  const save = useWrite(runConsoleRoom, { refreshes, isQuiet: true, done: texts.general.saved })
  const form = useForm<LimitValues>({
    initial: { floor: room.floorPerSecond, ceiling: room.ceilingPerSecond, target: room.targetMs },
    validate: ({ floor, ceiling, target }) => ({
      floor: floor === null || floor < 1 || floor > 5_000 ? words.limitsWrong : undefined,
      ceiling: ceiling === null || ceiling > 5_000 || ceiling < (floor ?? 1) ? words.limitsWrong : undefined,
      target: target === null || target < 50 || target > 10_000 ? words.targetWrong : undefined,
    }),
    submit: async ({ floor, ceiling, target }) => {
      const controls = { floorPerSecond: floor ?? 1, ceilingPerSecond: ceiling ?? 1, targetMs: target ?? 1 }
      const body = { version: room.version, state: room.state, ...controls }
      await save.run({ params: { saleId: room.saleId }, body })
    },
  })
  if (!me.can('waiting_rooms.run') || room.phase === 'over') return null
  return (
    <Panel title={words.limits}>
      <FormView form={form} action={texts.general.save} problem={save.error}>
        <p className="muted">{words.limitsText}</p>
        <div className="form-row">
          <NumberField label={words.floor} {...form.field('floor')} />
          <NumberField label={words.ceiling} {...form.field('ceiling')} />
          <NumberField label={words.target} {...form.field('target')} />
        </div>
      </FormView>
    </Panel>
  )
}
