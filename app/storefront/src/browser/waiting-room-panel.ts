import type { Visit, WaitingRoom } from '@dhakacart/contract/waiting-room.schema.ts'
import type { RoomTexts } from '../pages/waiting-room/room-props.ts'
import { waitText } from '../wait-text.ts'

type Wait = { number: number; place: number; room: WaitingRoom; wait: number | null; done: number }

/** What the room's panel shows. Its sentence is a live region, so it changes only when there is something new to say. */
export function createRoomPanel(element: HTMLElement, texts: RoomTexts, write: (value: number) => string) {
  const part = (name: string) => element.querySelector<HTMLElement>(`[data-room-${name}]`)
  const title = document.title
  let ticking: ReturnType<typeof setInterval> | undefined

  function put(name: string, text: string | null): void {
    const place = part(name)
    if (place === null) return
    if (text !== null && place.textContent !== text) place.textContent = text
    place.hidden = text === null
  }

  /** Everything but the sentence is put away; what fits is shown again. */
  function say(sentence: string, figure: string | null = null): void {
    clearInterval(ticking)
    put('status', sentence)
    put('figure', figure)
    for (const name of ['progress', 'take', 'pass', 'go']) hide(name, true)
  }

  function hide(name: string, isHidden: boolean): void {
    const place = part(name)
    if (place !== null) place.hidden = isHidden
  }

  function facts(number: number, place: number | null, room: WaitingRoom): void {
    put('number', write(number))
    if (place !== null) put('place', write(place))
    put('serving', write(room.serving))
    hide('facts', false)
  }

  return {
    showCountdown(number: number, room: WaitingRoom): void {
      // The phone's clock may be wrong: only the time between now and the opening counts, by the shop's.
      const opensAt = performance.now() + Date.parse(room.opensAt) - Date.parse(room.now)
      const tick = () => {
        const seconds = Math.max(0, Math.ceil((opensAt - performance.now()) / 1_000))
        if (seconds === 0) put('status', texts.opening)
        put('figure', seconds === 0 ? null : clock(seconds, write))
      }
      say(texts.early)
      tick()
      ticking = setInterval(tick, 1_000)
      facts(number, null, room)
    },
    showWait({ number, place, room, wait, done }: Wait): void {
      const sentence = wait === null ? texts.paused : wait < 60 ? texts.soon : texts.waiting
      say(sentence, wait === null ? null : waitText(wait, texts, write))
      const progress = part('progress') as HTMLProgressElement | null
      if (progress !== null) progress.value = Math.min(1, Math.max(0, done))
      hide('progress', false)
      facts(number, place, room)
    },
    showTurn(): void {
      say(texts.called)
      // Whoever looks at another tab sees it there.
      document.title = `${texts.yourTurn} ${title}`
    },
    showState({ state, number, place, room }: Visit): void {
      const sentences = { ...texts, pass_over: texts.passOver }
      say(state === 'waiting' ? texts.waiting : sentences[state])
      if (number !== null) facts(number, place, room)
      document.title = title
      hide('take', !['none', 'missed', 'pass_over', 'ordered'].includes(state))
      part('take')?.classList.remove('without-script')
      hide('pass', state !== 'called')
      hide('go', state !== 'admitted')
    },
    showEnd(phase: 'closed' | 'over'): void {
      say(texts[phase])
      hide('facts', true)
      hide('go', phase !== 'closed')
    },
    showAway(): void {
      put('status', texts.away)
    },
  }
}

/** Hours, minutes and seconds as a clock shows them. */
function clock(seconds: number, write: (value: number) => string): string {
  const two = (value: number) => (value < 10 ? write(0) : '') + write(value)
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return (parts[0] === 0 ? parts.slice(1) : parts).map(two).join(':')
}
