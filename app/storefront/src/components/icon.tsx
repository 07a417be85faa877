import { type IconName, icons } from '../../assets/icons.ts'

/** A line icon; what it means stands in text beside it or in the label of what holds it. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg className={className ? `icon ${className}` : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={icons[name]} />
    </svg>
  )
}
