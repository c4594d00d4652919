/** Every answer of 400 and above: a stable name that the app has words for, and values for the message. Never a stack trace. */
import type { FastifyError, FastifyInstance } from 'fastify'
import type * as z from 'zod'
import type { Log } from '../log.ts'

export const BODY_LIMIT = 4 * 1024 * 1024

const STATUS = {
  'bad-input': 400, 'not-enrolled': 401, 'token-invalid': 401, 'assertion-refused': 401, revoked: 403, 'code-unknown': 404, 'not-found': 404,
  'code-used': 409, epoch: 409, 'device-forked': 409, 'code-expired': 410, 'too-large': 413, 'too-many-attempts': 429, 'server-error': 500, unavailable: 503,
} as const
export type ProblemType = keyof typeof STATUS

export class Problem extends Error {
  readonly type: ProblemType
  readonly values: Record<string, string | number> | undefined
  readonly statusCode: number
  constructor(type: ProblemType, values?: Record<string, string | number>) {
    super(type)
    this.type = type
    this.values = values
    this.statusCode = STATUS[type]
  }
}

export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Problem('bad-input', { field: issue.path.join('.').slice(0, 120), issue: issue.message.slice(0, 200) })
}

export function answerProblems(app: FastifyInstance, log: Log): void {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send(bodyOf(new Problem('not-found'))))
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    const problem = asProblem(error)
    if (problem.statusCode >= 500) log.error('request-failed', { method: request.method, path: request.url.split('?')[0], message: error.message, stack: error.stack })
    return reply.code(problem.statusCode).send(bodyOf(problem))
  })
}

const bodyOf = ({ type, values }: Problem) => ({ error: { type, ...(values ? { values } : {}) } })

function asProblem(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('too-large', { max: BODY_LIMIT })
  if (error.statusCode === 429) return new Problem('too-many-attempts', { seconds: 60 })
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) return new Problem('bad-input', { field: '', issue: error.code ?? 'request' })
  // PostgreSQL is restarting, stopping or out of reach
  if (/^(57P0|08|53|25P03|55P03)|ECONN|ENOENT|EPIPE/.test(error.code ?? '') || /connect|stopping/i.test(error.message)) return new Problem('unavailable')
  return new Problem('server-error')
}
