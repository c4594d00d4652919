/** One JSON object a line on stderr: stdout belongs to the answers of the commands. */
export interface Log {
  info(event: string, values?: object): void
  warn(event: string, values?: object): void
  error(event: string, values?: object): void
}

export function createLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const at = (level: string) => (event: string, values: object = {}) => write(`${JSON.stringify({ time: new Date().toISOString(), level, event, ...values })}\n`)
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }
