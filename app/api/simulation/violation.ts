/** A rule of the shop was broken, or the simulation met something it cannot explain. */
export class Violation extends Error {
  override readonly name = 'Violation'
}
