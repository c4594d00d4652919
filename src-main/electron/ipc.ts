/** The one way from the page to the services: known sender, known method, input and output as the contract says. */
import * as z from 'zod'
import { ipcMain, nativeTheme, type IpcMainInvokeEvent } from 'electron'
import { METHODS, settingsSchema, type Method } from '../../src-core/host/contract.ts'
import type { Services } from '../services.ts'
import { CALL } from './channels.ts'
import { isOurs } from './origin.ts'

export function answerPage(services: Services): void {
  ipcMain.handle(CALL, async (event, method: unknown, input: unknown) => {
    if (!fromOurPage(event)) throw new Error('not from our page')
    if (!isMethod(method)) throw new Error('no such method')
    const [inputSchema, outputSchema] = METHODS[method]
    const parsed = inputSchema.safeParse(input)
    if (!parsed.success) return badInput(method, outputSchema)
    const output = outputSchema.parse(await services.call(method, parsed.data))
    if (method === 'settings.write') nativeTheme.themeSource = settingsSchema.parse(parsed.data).theme ?? 'system'
    return output
  })
}

/** Our own document, in its main frame: an iframe or a page that got in by another way has no voice. */
function fromOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}

const isMethod = (method: unknown): method is Method => typeof method === 'string' && Object.hasOwn(METHODS, method)

/** A method that can fail says so in its own way; for the others wrong input is a bug of the page. */
function badInput(method: Method, output: z.ZodType): unknown {
  if (output instanceof z.ZodUnion) return { ok: false, error: { type: 'bad-input' } }
  throw new Error(`bad input for ${method}`)
}
