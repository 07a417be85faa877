/**
 * Stands in for the schema library in what browsers load: there the contract's routes are called, never checked, so
 * method and address are all that is needed of them. The library would be more than a third of the console's JavaScript.
 */
function bare(name: string) {
  return (...given: unknown[]) => {
    const options = given.at(-1)
    const properties = name === 'Object' ? { properties: given[0] } : {}
    return { ...(typeof options === 'object' && !Array.isArray(options) ? options : {}), ...properties }
  }
}

export default new Proxy({}, { get: (_, name) => bare(String(name)) })
