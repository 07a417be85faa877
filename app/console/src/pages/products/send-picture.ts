import { ApiError } from '@dhakacart/contract/client.ts'
import {
  getPictureUpload,
  type PictureRefusal,
  type PictureUpload,
  pictureRefusals,
  uploadPicture,
} from '@dhakacart/contract/console-pictures.schema.ts'
import { callApi } from '../../api/call.ts'

/** How long to wait between two looks at a picture that is being prepared. */
const lookEveryMs = 700
/** Preparing takes seconds; after this the queue is too long to sit by. */
const patienceMs = 120_000
/** A camera's picture above this is made smaller here already: the shop shows at most 960 pixels, and uplinks are slow. */
const shrinkAboveBytes = 1_500_000
const shrunkSide = 2_400

type OnStep = (step: 'uploading' | 'rendering', done: number, total: number) => void

/** Sends a picture and waits until its renditions are there; returns its id. Throws ApiError. */
export async function sendPicture(file: File, onStep: OnStep): Promise<string> {
  const bytes = await shrink(file)
  let upload = await post(bytes, onStep)
  const startedAt = performance.now()
  while (upload.state === 'waiting') {
    onStep('rendering', 0, 1)
    if (performance.now() - startedAt > patienceMs) throw refused('TOO_BUSY')
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    upload = await callApi(getPictureUpload, { params: { uploadId: upload.id } })
  }
  if (upload.pictureId === null) throw refused('PICTURE_REFUSED', upload.reason)
  return upload.pictureId
}

/** Why a picture was refused; null for every other error. */
export function refusalOf(error: unknown): PictureRefusal | null {
  if (!(error instanceof ApiError) || error.code !== 'PICTURE_REFUSED') return null
  const { reason } = (error.details ?? {}) as { reason?: unknown }
  return pictureRefusals.find((known) => known === reason) ?? null
}

function refused(code: string, reason: string | null = null): ApiError {
  return new ApiError({ status: 422, headers: {}, body: { code, message: code, details: { reason } } })
}

/** With fetch nobody learns how much has been sent. */
function post(bytes: Blob, onStep: OnStep): Promise<PictureUpload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(uploadPicture.method, uploadPicture.url)
    request.setRequestHeader('content-type', bytes.type || 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onStep('uploading', loaded, total)
    request.onload = () => {
      if (request.status === 200) resolve(request.response as PictureUpload)
      else reject(new ApiError({ status: request.status, headers: {}, body: request.response }))
    }
    request.onerror = () => reject(refused('API_AWAY'))
    request.send(bytes)
  })
}

async function shrink(file: File): Promise<Blob> {
  if (file.size <= shrinkAboveBytes) return file
  try {
    const whole = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, shrunkSide / Math.max(whole.width, whole.height))
    const canvas = new OffscreenCanvas(Math.round(whole.width * scale), Math.round(whole.height * scale))
    const context = canvas.getContext('2d')
    if (context === null) return file
    // What is transparent would turn black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.drawImage(whole, 0, 0, canvas.width, canvas.height)
    const small = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })
    return small.size < file.size ? small : file
  } catch {
    // What this browser cannot read the shop may: it answers for itself.
    return file
  }
}
