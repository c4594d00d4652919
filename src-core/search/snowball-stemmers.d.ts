declare module 'snowball-stemmers' {
  export function newStemmer(algorithm: 'english' | 'arabic'): { stem(word: string): string }
}
