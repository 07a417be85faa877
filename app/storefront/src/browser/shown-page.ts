/** Told when the main part of the page was replaced by that of another answer: what is in it wakes as after a load. */
export const pageShown = 'dhakacart:page'
