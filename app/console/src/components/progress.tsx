/** How far something is, said in words beside the bar. `total` null: nobody knows yet. */
export function Progress({ label, done, total }: { label: string; done: number; total: number | null }) {
  return (
    <div className="progress">
      <span>{label}</span>
      {total === null ? <progress aria-label={label} /> : <progress aria-label={label} value={done} max={total} />}
    </div>
  )
}
