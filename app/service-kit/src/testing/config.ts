/**
 * What a process that a test starts is given beside its own keys: where compiled code and packed packages are, so that it is
 * ready in half the time, and the mark of the run, by which npm test finds who was left running.
 */
export function readInheritedEnvironment(): Record<string, string> {
  const { NODE_COMPILE_CACHE, NODE_OPTIONS, DHAKACART_TEST_RUN } = process.env
  return {
    ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
    ...(NODE_OPTIONS !== undefined && { NODE_OPTIONS }),
    ...(DHAKACART_TEST_RUN !== undefined && { DHAKACART_TEST_RUN }),
  }
}
