/** Promises over a message port: `{ id, method, args }` there, `{ id, value | error }` back. Arguments and answers are plain data. */
interface Ask { id: number; method: string; args: unknown[] }
interface Answer { id: number; value?: unknown; error?: string }

/** The part of MessagePort that is used; a Worker and its scope have it too. */
export interface Port {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent) => void) | null
}

export type Handlers = Record<string, (...args: never[]) => unknown>

export function serve(port: Port, handlers: Handlers): void {
  port.onmessage = async (event: MessageEvent<Ask>) => {
    const { id, method, args } = event.data
    const send = (answer: Answer) => port.postMessage(answer)
    const handler = Object.hasOwn(handlers, method) ? handlers[method] : undefined
    if (!handler) return send({ id, error: `no such method: ${method}` })
    try {
      send({ id, value: await handler(...(args as never[])) })
    } catch (cause) {
      send({ id, error: cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause) })
    }
  }
}

export type AskFar = (method: string, ...args: unknown[]) => Promise<unknown>

export function asker(port: Port): AskFar {
  const waiting = new Map<number, { done(value: unknown): void; failed(cause: Error): void }>()
  let last = 0
  port.onmessage = (event: MessageEvent<Answer>) => {
    const { id, value, error } = event.data
    const asked = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) asked?.done(value)
    else asked?.failed(new Error(error))
  }
  return (method, ...args) => new Promise((done, failed) => {
    const id = ++last
    waiting.set(id, { done, failed })
    port.postMessage({ id, method, args } satisfies Ask)
  })
}
