import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { roundTop } from './plot-scale.ts'

export type PlotPoint = { label: string; value: number }

type Props = {
  title: string
  points: readonly PlotPoint[]
  kind: 'line' | 'bar'
  /** How a value is written, in the tooltip and in the table. */
  write: (value: number) => string
  /** The same at the axis, where there is little room; `write` when it is short anyway. */
  writeShort?: (value: number) => string
  /** What the first column of the table holds: "Day". */
  labelTitle: string
  valueTitle: string
  /** Where the axis ends at least, so that a quiet week does not look like a busy one. */
  least?: number
}

/** Until the drawing has been measured. */
const usualWidth = 640
/** A label under the plot takes this much, in pixels; the last one ends with the plot and reaches further to the left. */
const labelWidth = 124
const height = 220
const inset = { left: 78, right: 8, top: 12, bottom: 28 }
const plotHeight = height - inset.top - inset.bottom

/** A plot drawn as SVG. Its table holds the same numbers for whoever cannot or does not want to see it. */
export function Plot({ labelTitle, valueTitle, ...drawing }: Props) {
  const { title, points, write } = drawing
  const { texts } = useWords()
  const [isTable, setTable] = useState(false)
  const id = useId()
  return (
    <figure className="plot" aria-labelledby={id}>
      <figcaption className="panel-head">
        <h2 id={id}>{title}</h2>
        <Button aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {isTable ? texts.general.asPlot : texts.general.asTable}
        </Button>
      </figcaption>
      {isTable ? (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{labelTitle}</th>
              <th scope="col" className="number">
                {valueTitle}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, value }) => (
              <tr key={label}>
                <td data-label={labelTitle}>{label}</td>
                <td data-label={valueTitle} className="number">
                  {write(value)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Drawing {...drawing} />
      )}
    </figure>
  )
}

function Drawing({
  points,
  kind,
  write,
  writeShort = write,
  title,
  least = 2,
}: Omit<Props, 'labelTitle' | 'valueTitle'>) {
  const { texts } = useWords()
  const [drawing, width] = useWidth()
  const plotWidth = width - inset.left - inset.right
  const top = roundTop(Math.max(0, ...points.map(({ value }) => value)), least)
  const step = plotWidth / Math.max(1, points.length)
  const x = (index: number) => inset.left + step * (index + 0.5)
  const y = (value: number) => inset.top + plotHeight * (1 - value / top)
  const labelEvery = Math.ceil((points.length * labelWidth) / plotWidth)
  const line = points.map(({ value }, index) => `${index === 0 ? 'M' : 'L'}${x(index)} ${y(value)}`).join('')
  const highest = points.reduce<PlotPoint | null>((best, one) => (best && best.value >= one.value ? best : one), null)
  const summary = highest ? texts.general.plotSummary(title, highest.label, write(highest.value)) : title
  return (
    <svg
      ref={drawing}
      className={`drawing drawing-${kind}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={summary}
    >
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line className="grid-line" x1={inset.left} x2={width - inset.right} y1={y(top * part)} y2={y(top * part)} />
          <text x={inset.left - 8} y={y(top * part) + 4} textAnchor="end">
            {writeShort(top * part)}
          </text>
        </g>
      ))}
      {kind === 'line' && <path className="plot-line" d={line} />}
      {points.map(({ label, value }, index) => (
        <g key={label}>
          {kind === 'bar' ? (
            <rect
              x={x(index) - step * 0.35}
              width={step * 0.7}
              y={y(value)}
              height={inset.top + plotHeight - y(value)}
            />
          ) : (
            <circle cx={x(index)} cy={y(value)} r="4" />
          )}
          <rect className="plot-touch" x={x(index) - step / 2} width={step} y={inset.top} height={plotHeight}>
            <title>{`${label}: ${write(value)}`}</title>
          </rect>
          {(points.length - 1 - index) % labelEvery === 0 && (
            <text
              x={index === points.length - 1 ? x(index) + step / 2 : x(index)}
              y={height - 8}
              textAnchor={index === points.length - 1 ? 'end' : 'middle'}
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  )
}

/** The width in which the drawing stands, in pixels, so that its letters keep their size on a phone. */
function useWidth(): [RefObject<SVGSVGElement | null>, number] {
  const drawing = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(usualWidth)
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.max(240, Math.round(entry.contentRect.width)))
    })
    if (drawing.current) observer.observe(drawing.current)
    return () => observer.disconnect()
  }, [])
  return [drawing, width]
}
