/** The number of `5%`, `5 %`, `99.95%` or a bare `5`; `undefined` for anything else. */
export function parsePercentage(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*%?$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]);
}

/** The first percentage that a sentence names: `Canary (5% of traffic)` → 5. */
export function findPercentage(text: string): number | undefined {
  const match = /(?<!\d)(\d+(?:\.\d+)?)\s*%/.exec(text);
  return match === null ? undefined : Number(match[1]);
}
