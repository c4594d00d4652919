/** What the operator typed wrong, said so that they can type it right. */
export class Usage extends Error {}

export const HELP = `Usage: npm run --silent server -- COMMAND [OPTIONS]

  serve                             answer the apps; prints {"ready":true,"url":"..."} once, stops on Ctrl-C
      --port N                      default 7420, or any free port when that is taken
      --host H                      default 127.0.0.1; 0.0.0.0 for all interfaces (put TLS before it)
      --trust-proxy                 take the client's address from X-Forwarded-For
      --log-requests                log every request, not only the refused ones
  import FILE.jsonl                 add or update records; prints {"imported":n,"incomplete":n,"rejected":n,"rejects":PATH|null}
      --locale zh|ar|en|he          language of the reasons in the file of rejected lines; else the system's
  enrol --centre REF --name TEXT    a one-time code for a new device of a centre; prints {"code":"..."}
  devices                           the devices that are enrolled, one JSON object a line
  revoke --device ID                a device gets no more; prints {"revoked":true}

Where the data are, for every command (they may run while the server runs):
      --data DIR                    a private PostgreSQL in this folder, made on first use
      --database-url URL            a PostgreSQL 14 or later: postgres://user:password@host/database
      neither                       --data .cache/server in this checkout
`
