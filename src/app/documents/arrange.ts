import type { Case, Upload } from '../../domain/case/case.ts'
import { isMovable, movedEarlier, movedTo } from '../../domain/documents/arrange.ts'
import { type App, judgedOf } from '../app.ts'
import { changeCase } from '../change.ts'

type Changed = Promise<{ case: Case; result: string | null } | null>
type Request = { id: string; update: number | null; upload: string }

/** Changes the files around one that may be moved; the result is the item to show, null when nothing may be changed. */
const onUpload = (app: App, request: Request, change: (found: Case, upload: Upload) => { uploads: Upload[]; item: string | null } | null): Changed =>
  changeCase<string | null>(app, request.id, request.update, (found) => {
    const upload = found.secret.uploads.find((each) => each.id === request.upload)
    const changed = upload && isMovable(found, upload) ? change(found, upload) : null
    if (!changed) return { save: null, result: null }
    return { save: { ...found, secret: { ...found.secret, uploads: changed.uploads } }, result: changed.item }
  })

/** One place earlier among the files of its paper. */
export const moveEarlier = (app: App, request: Request): Changed =>
  onUpload(app, request, (found, upload) => ({ uploads: movedEarlier(found, upload), item: upload.item }))

/** To another paper of the checklist that is not accepted yet. */
export const moveTo = (app: App, request: Request & { item: string }): Changed =>
  onUpload(app, request, (found, upload) => {
    const known = judgedOf(app, found).items.some(({ item, state }) => item.id === request.item && item.uploadable && state !== 'accepted')
    if (!known) return null
    return { uploads: upload.item === request.item ? found.secret.uploads : movedTo(found, [upload], request.item), item: request.item }
  })

/** The page laid flat stands in the dossier, or again the photo as it was sent; the original stays in either case. */
export const chooseFlat = (app: App, request: Request & { page: number; flat: boolean }): Changed =>
  onUpload(app, request, (found, upload) => {
    const page = upload.pages[request.page]
    if (!page?.corners) return null
    const pages = upload.pages.map((each) => (each === page ? { ...each, flat: request.flat } : each))
    return { uploads: found.secret.uploads.map((each) => (each === upload ? { ...each, pages } : each)), item: upload.item }
  })

/** Asks for a page to be shown; the picture comes from a job. False when there is no such page. */
export const askPage = (app: App, request: Request & { page: number; flat: boolean }): Promise<{ case: Case; result: boolean } | null> =>
  changeCase<boolean>(app, request.id, request.update, (found) => {
    const upload = found.secret.uploads.find((each) => each.id === request.upload && !each.removed)
    const page = upload?.pages[request.page]
    if (!page || (request.flat && !page.corners)) return { save: null, result: false }
    return { save: found, result: true, quiet: true, effects: [{ kind: 'page', case: found.id, upload: request.upload, page: request.page, flat: request.flat }] }
  })

/** Asks for the checklist as a sheet to keep; it comes from a job. */
export const askList = (app: App, request: Omit<Request, 'upload'>): Promise<{ case: Case; result: boolean } | null> =>
  changeCase<boolean>(app, request.id, request.update, (found) => ({ save: found, result: true, quiet: true, effects: [{ kind: 'list', case: found.id }] }))
