import { drawCode128 } from './barcode.ts'

const heightModules = 50

/** A text as the bars of Code 128, with the quiet zone scanners need on both sides. */
export function Barcode({ text }: { text: string }) {
  const { bars, width } = drawCode128(text)
  const quiet = 10
  return (
    <svg
      className="couriers-barcode"
      viewBox={`0 0 ${width + 2 * quiet} ${heightModules}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={text}
    >
      {bars.map((bar) => (
        <rect key={bar.x} x={bar.x + quiet} y={0} width={bar.width} height={heightModules} />
      ))}
    </svg>
  )
}
