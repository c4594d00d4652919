/** What our documents may load and run. One violation anywhere fails the e2e tests. */
const COMMON = ["default-src 'none'", "font-src 'self'", "img-src 'self' data: blob:", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'"]

/** `nonce`: react-aria puts a `<style>` into the page, and finds the nonce in a `<meta property="csp-nonce">`. */
export const appPolicy = (nonce: string): string =>
  [...COMMON, "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "connect-src 'self'", "worker-src 'self'", "require-trusted-types-for 'script'", 'trusted-types caravan'].join('; ')

/** A worker is bound by the policy of its own file. */
export const filePolicy = (): string => [...COMMON, "script-src 'self'", "style-src 'self'", "connect-src 'self'"].join('; ')

/** Paper: no script at all; the document brings its page boxes as a `<style>`. */
export const printPolicy = (): string => [...COMMON, "script-src 'none'", "style-src 'self' 'unsafe-inline'"].join('; ')
