/** Lower case, without marks or hamza carriers: what somebody types in a hurry finds what is written with care (عمان finds عُمان). */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[أإآٱ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه').replace(/[׳״'"’]/g, '').toLowerCase()
