/**
 * What a process that a test starts is given beside its own keys: where compiled code is kept, so that it is ready in half the
 * time, and the mark of the run, by which npm test finds who was left running.
 */
export function readInheritedEnvironment(): Record<string, string> {
  const { NODE_COMPILE_CACHE, DHAKACART_TEST_RUN } = process.env
  return {
    ...(NODE_COMPILE_CACHE !== undefined && { NODE_COMPILE_CACHE }),
    ...(DHAKACART_TEST_RUN !== undefined && { DHAKACART_TEST_RUN }),
  }
}
