/**
 * True for a list of choices that nobody has made yet: `Draft / Reviewed / Approved`, `[Draft/Approved]`,
 * `Major | Minor | Patch`. A value like `CI/CD` or `2026/12/04` is none: choices are capitalised words around slashes
 * with spaces, or stand in brackets.
 */
export function isOptionList(value: string): boolean {
  const text = value
    .trim()
    .replace(/^[_*]+|(?<![_*])[_*]+$/g, "")
    .trim();
  const bracketed = /^\[([^\]]+)\]$/.exec(text)?.[1];
  if (bracketed !== undefined) return /\S\s*[/|]\s*\S/.test(bracketed);
  const options = text.split(/(?<!\s)\s+[/|]\s+/);
  return (
    options.length > 1 &&
    options.every((option) => option !== "" && option.length <= 40 && !/^\d/.test(option) && !/:\/\//.test(option))
  );
}
