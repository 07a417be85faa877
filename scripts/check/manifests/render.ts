import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseAllDocuments } from 'yaml'
import { PlainFailure } from '../../command.ts'
import { type ImageName, imageNames } from '../../images/build-images.ts'
import { runOrFail } from '../../processes/program.ts'
import type { Manifest } from './manifest.ts'
import { findRenderer } from './renderer.ts'

/** Every object of a kustomization, as kustomize or the one in kubectl renders it. Needs no cluster. */
async function render(place: string): Promise<Manifest[]> {
  const renderer = findRenderer()
  if (renderer === null)
    throw new PlainFailure('Neither kustomize nor kubectl is on this machine; npm run doctor says how to get one.')
  const text = await runOrFail(`render ${place}`, renderer.program, [...renderer.args, place])
  return parseAllDocuments(text).map((document) => document.toJS() as Manifest)
}

/** The overlay with the images of one release, by a kustomization around it, so that no file of the repository changes. */
export function renderRelease(
  overlay: string,
  repository: string,
  release: string,
  folder: string,
): Promise<Manifest[]> {
  const around = path.join(folder, 'overlay')
  mkdirSync(around, { recursive: true })
  const images = imageNames.map((name: ImageName) => ({
    name: `dhakacart/${name}`,
    newName: `${repository}/${name}`,
    newTag: release,
  }))
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: [path.relative(around, overlay)],
    images,
  }
  writeFileSync(path.join(around, 'kustomization.yaml'), `${JSON.stringify(kustomization, null, 2)}\n`)
  return render(around)
}
