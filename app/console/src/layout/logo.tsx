/** The shop's mark with the word Console; decoration, its holder carries the name. */
export function Logo() {
  return (
    <span className="logo" aria-hidden="true">
      <svg viewBox="0 0 64 64" width="30" height="30" aria-hidden="true">
        <rect width="64" height="64" rx="15" className="logo-ground" />
        <g className="logo-lines">
          <path d="M9 13.5h5.5l4.2 15" />
          <path d="M18.7 30a18.5 18.5 0 0 1 36.3 0" className="logo-arc" />
          <circle cx="36.9" cy="39" r="14.5" />
        </g>
        <circle cx="36.9" cy="39" r="3.6" className="logo-dot" />
      </svg>
      <span className="logo-word">
        Dhaka<b>Cart</b>
      </span>
    </span>
  )
}
