export const overview = {
  title: 'Overview',
  text: 'What happens in the shop today.',
}
