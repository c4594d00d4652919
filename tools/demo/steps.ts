/** A list of steps, each timed and told; one that fails is told too, and the rest still runs. */
import { say, seconds } from '../steps/progress.ts'

export interface Step {
  name: string
  took: string
  outcome: string
  failed: boolean
}

export class Steps {
  readonly done: Step[] = []

  /** `work` answers what a reader wants to know of it. */
  async run(name: string, work: () => Promise<string>): Promise<void> {
    const since = Date.now()
    say(`${name} …`)
    try {
      const outcome = await work()
      this.#note({ name, took: seconds(since), outcome, failed: false })
    } catch (error) {
      this.#note({ name, took: seconds(since), outcome: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), failed: true })
    }
  }

  #note(step: Step): void {
    this.done.push(step)
    say(`${step.name}: ${step.failed ? 'FAILED: ' : ''}${step.outcome} (${step.took})`)
  }

  get failed(): number {
    return this.done.filter(({ failed }) => failed).length
  }

  table(): string {
    return this.done.map(({ name, took, outcome, failed }) => `${failed ? 'FAILED' : 'done  '} ${took.padStart(7)}  ${name}: ${outcome}`).join('\n')
  }
}
