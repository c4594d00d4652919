/** JSON text that PostgreSQL's jsonb can hold: no U+0000 and no half of a surrogate pair, escaped as JSON.stringify writes them. */
const REFUSED = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i

export const storable = (value: unknown): boolean => !REFUSED.test(JSON.stringify(value))
