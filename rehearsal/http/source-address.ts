/** Below them are ports of servers; a source address of visitors has none of those. */
const [firstPort, lastPort] = [10_000, 65_000]

/**
 * A loopback address of a process of visitors, with its ports in turn. Left to the kernel, each connection would look for a free
 * port among thousands in use, which at some 10,000 takes more processor time than the visit.
 */
export class SourceAddress {
  readonly address: string
  #port = firstPort

  constructor(address: string) {
    this.address = address
  }

  /** For one connection more. A port comes again after 55,000 others. */
  next(): { localAddress: string; localPort: number } {
    const localPort = this.#port
    this.#port = localPort === lastPort ? firstPort : localPort + 1
    return { localAddress: this.address, localPort }
  }
}
