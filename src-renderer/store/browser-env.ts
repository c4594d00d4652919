/** The store's world inside a worker. */
import { openDatabase } from './database.ts'
import type { Bus, Env, HostCall, Notice } from './env.ts'
import { asker } from './rpc.ts'

export function browserEnv(host: MessagePort): Env {
  const ask = asker(host)
  return {
    db: openDatabase(),
    host: ((method, input) => ask(method, input)) satisfies HostCall,
    exclusive: (name, work) => navigator.locks.request(name, work) as ReturnType<typeof work>,
    bus: broadcastBus(),
    now: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    sleep,
    async file(path) {
      const answer = await fetch(new URL(path, self.location.href))
      return answer.ok ? answer.text() : undefined
    },
  }
}

export function broadcastBus(): Bus {
  const channel = new BroadcastChannel('caravan-store')
  return {
    post: (notice) => channel.postMessage(notice),
    listen(listener) {
      const heard = ({ data }: MessageEvent<Notice>) => listener(data)
      channel.addEventListener('message', heard)
      return () => channel.removeEventListener('message', heard)
    },
  }
}

export function sleep(ms: number): { done: Promise<void>; wake(): void } {
  let wake = () => {}
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    wake = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  return { done, wake: () => wake() }
}
