/**
 * The network's own field tree: 12 areas, two levels, `AREA.FIELD`, each mapped to IPC subclasses (facts of the IPC, WIPO).
 * EEN, IPC and GB/T codes are kept beside it as given (`codes`): the EEN list's licence is unchecked, so it is not bundled.
 * Labels: `locales/<lang>/vocabulary.json` under `field.<code>`.
 */
export const TECHNOLOGY_FIELDS = {
  AGR: { IRR: ['A01G', 'E02B'], SOIL: ['A01B', 'C05G'], CROP: ['A01H', 'A01N'], LIVE: ['A01K', 'A61D'], GREEN: ['A01G'], AQUA: ['A01K'], MECH: ['A01D'] },
  WAT: { DESAL: ['C02F', 'B01D'], WASTE: ['C02F'], MON: ['G01N'], HARV: ['E03B'] },
  ENE: { PV: ['H02S', 'H01L'], CSP: ['F24S'], WIND: ['F03D'], STO: ['H01M', 'H02J'], H2: ['C01B', 'C25B'], GRID: ['H02J'], EFF: ['F24F', 'F25B'], OIL: ['C10G', 'E21B'] },
  ENV: { AIR: ['B01D'], SOLID: ['B09B'], CO2: ['C01B', 'B01D'], DESERT: ['E02D', 'A01G'], MON: ['G01W'] },
  HEA: { PHA: ['A61K', 'C07D'], DEV: ['A61B', 'A61M'], DIA: ['G01N', 'C12Q'], TCM: ['A61K'], DIG: ['G16H'], COLD: ['F25D'] },
  BIO: { GENE: ['C12N'], PROT: ['C07K'], IND: ['C12P'], FOOD: ['A23L'] },
  MAT: { POLY: ['C08L'], CER: ['C04B'], MET: ['C22C'], NANO: ['B82Y'], COAT: ['C09D'], COMP: ['B32B'], TRIB: ['C10M', 'F16N'] },
  ICT: { AI: ['G06N'], SOFT: ['G06F'], COM: ['H04L', 'H04W'], SEC: ['H04L'], IOT: ['G16Y'], IMG: ['G06V'], LANG: ['G06F'] },
  ELE: { SEMI: ['H01L'], SENS: ['G01D'], OPT: ['G02B'], POW: ['H02M'], MEAS: ['G01R'] },
  MAN: { ROB: ['B25J'], ADD: ['B33Y', 'B22F'], TOOL: ['B23P'], CTRL: ['G05B'], PACK: ['B65D'], TEXT: ['D06M'] },
  BLD: { CON: ['C04B', 'E04B'], COOL: ['F24F'], ROAD: ['E01C'], GEO: ['E21D'] },
  TRA: { EV: ['B60L'], RAIL: ['B61L'], AERO: ['B64U'], LOG: ['G06Q'], MAR: ['B63B'] },
} as const satisfies Record<string, Record<string, readonly string[]>>

export type Area = keyof typeof TECHNOLOGY_FIELDS
export const AREAS = Object.keys(TECHNOLOGY_FIELDS) as Area[]

/** Every code `AREA.FIELD`, in tree order. */
export const FIELD_CODES: readonly string[] = AREAS.flatMap((area) => Object.keys(TECHNOLOGY_FIELDS[area]).map((leaf) => `${area}.${leaf}`))
export const areaOf = (code: string): string => code.split('.')[0]!
