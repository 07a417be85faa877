/** Reads taka as providers accept them (`1250`, `1250.5`, `1250.50`) into paisa; null for anything else. */
export function readTaka(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\d{1,9}(\.\d{1,2})?$/.test(text)) return null
  const [taka = '', paisa = ''] = text.split('.')
  return Number(taka) * 100 + Number(paisa.padEnd(2, '0'))
}

/** Paisa as taka with two decimals and no grouping: `1250.50`. */
export function writeTaka(paisa: number): string {
  return (paisa / 100).toFixed(2)
}
