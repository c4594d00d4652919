/** Bidirectional text: the controls that may hide a change of order, and the isolates that keep an identifier whole. */

/** Every invisible direction mark, for search and comparison. */
const CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

export const stripBidiControls = (text: string) => text.replace(CONTROLS, '')

const FSI = '\u2068'
const LRI = '\u2066'
const PDI = '\u2069'
/** For plain strings (notifications, titles): a foreign text that decides its own direction. */
export const isolate = (text: string) => FSI + stripBidiControls(text) + PDI
/** For plain strings: a code, number or address, always left to right. */
export const isolateLtr = (text: string) => LRI + stripBidiControls(text) + PDI
