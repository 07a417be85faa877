/** As many phones as a mobile carrier puts behind one address; what the shop's limits are sized for. */
const visitorsPerAddress = 5_000
const addressesPerNetwork = 256

/** The address that a gateway would tell of this visitor: of carrier-grade NAT (RFC 6598), shared with thousands. */
export function carrierAddress(id: number): string {
  const number = Math.floor(id / visitorsPerAddress)
  return `100.64.${Math.floor(number / addressesPerNetwork) % addressesPerNetwork}.${number % addressesPerNetwork}`
}
