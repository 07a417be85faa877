import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..', '..')

/** As platform/kubernetes/kind/cluster.yaml names it. */
export const clusterName = 'dhakacart'
export const namespace = 'shop'

/** Where the local overlay puts the shop; kind leads these ports of 127.0.0.1 to the gateway. */
export const shopHost = 'shop.localhost'
export const consoleHost = 'console.localhost'
export const providersHost = 'providers.localhost'
export const hosts = [shopHost, consoleHost, providersHost]
export const httpsPort = 8443
export const httpPort = 8080

/** The registry on this machine from which the cluster's nodes pull what was built here. */
export const registry = { container: 'kind-registry', port: 5001, image: 'docker.io/library/registry:2' }
export const repository = `localhost:${registry.port}/dhakacart`

/** Everything that the command keeps. Secrets lie here too: it belongs to this user alone. */
export const folder = path.join(root, '.dhakacart', 'cluster')
export const kubeconfig = path.join(folder, 'kubeconfig')
export const kindConfiguration = path.join(root, 'platform', 'kubernetes', 'kind', 'cluster.yaml')
export const overlay = path.join(root, 'platform', 'kubernetes', 'overlays', 'local')
