/** “1 order”, “12 orders”: a figure as it is shown with the word for what is counted. */
export const counted = (count: string, one: string, many = `${one}s`): string =>
  `${count} ${count === '1' ? one : many}`
