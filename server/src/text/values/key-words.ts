/** A key as words: `previousVersion`, `expected-result` → `previous version`, `expected result`. */
export const words = (key: string): string =>
  key
    .replace(/([a-z0-9])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replace(/[-_]/g, " ");

/** A slug as a heading or label is written: `expected-result` → `Expected Result`. */
export const headingOf = (slug: string): string =>
  words(slug).replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase());
