/** Longer globs are refused. */
const longestGlob = 500;
/** A glob may stand for so many without braces. */
const mostAlternatives = 64;

/** A character that fits, or any number of characters. */
type Token = ((character: string) => boolean) | "star";
/** What one segment of a path must be, or any number of segments. */
type Segment = readonly Token[] | "any";

/** Why a glob cannot be used, in words that follow its name; `undefined` where it can. */
export function globProblem(glob: string): string | undefined {
  if (glob.length > longestGlob) return `is longer than ${longestGlob} characters: write several`;
  if (/(?<!\\)[*+!]\(/.test(glob.replace(/^!/, "")))
    return "has *(…), +(…) or !(…), which is not known: write several globs";
  if (alternativesOf(glob) === undefined) return `stands for more than ${mostAlternatives} globs: write fewer braces`;
  return undefined;
}

/**
 * Whether a path with `/` is one that a glob names. Takes time in proportion to the length of both, whatever they are: a star
 * is tried at one place after another, and what stands before it is never looked at again. A glob with a problem names nothing.
 */
export function globTest(glob: string): (segments: readonly string[]) => boolean {
  const alternatives = globProblem(glob) === undefined ? (alternativesOf(glob) ?? []) : [];
  const patterns = alternatives.map((alternative) => alternative.split("/").map(segmentOf));
  return (segments) =>
    patterns.some((pattern) =>
      fits(
        pattern,
        segments,
        (part) => part === "any",
        (part, text) => part !== "any" && fits(part, text, isStar, matchesOne),
      ),
    );
}

const isStar = (token: Token): boolean => token === "star";
const matchesOne = (token: Token, character: string): boolean => token !== "star" && token(character);

/** Whether parts name items one by one, but for stars, which name any number. */
function fits<Part, Item>(
  parts: readonly Part[],
  items: ArrayLike<Item>,
  isAny: (part: Part) => boolean,
  names: (part: Part, item: Item) => boolean,
): boolean {
  let [part, item] = [0, 0];
  let star: { readonly part: number; readonly item: number } | undefined;
  for (;;) {
    const wanted = parts[part];
    const given = items[item];
    if (wanted !== undefined && isAny(wanted)) star = { part: ++part, item };
    else if (given === undefined) return part === parts.length;
    else if (wanted !== undefined && names(wanted, given)) [part, item] = [part + 1, item + 1];
    else if (star !== undefined) {
      star = { part: star.part, item: star.item + 1 };
      [part, item] = [star.part, star.item];
    } else return false;
  }
}

function segmentOf(source: string): Segment {
  if (source === "**") return "any";
  const tokens: Token[] = [];
  for (const [part, escaped, none, set] of source.matchAll(/\\(.)|\[([!^]?)(\]?[^\]]+)\]|\*+|./gs)) {
    if (part.startsWith("*")) tokens.push("star");
    else if (part === "?") tokens.push(() => true);
    else if (set !== undefined) tokens.push(characterIn(set, none !== ""));
    else tokens.push((character) => character === (escaped ?? part));
  }
  return tokens;
}

/** `a-z_` */
function characterIn(set: string, negated: boolean): (character: string) => boolean {
  const ranges = [...set.matchAll(/\\?(.)(?:-\\?(.))?/g)].map(([, from = "", to = from]) => ({ from, to }));
  return (character) => ranges.some(({ from, to }) => from <= character && character <= to) !== negated;
}

/** The globs without braces that a glob stands for; `undefined` where they are too many. */
function alternativesOf(glob: string): readonly string[] | undefined {
  const done = new Set<string>();
  const open = [glob];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const group = groupIn(next);
    if (group === undefined) done.add(next);
    else for (const choice of group.choices) open.push(next.slice(0, group.start) + choice + next.slice(group.end));
    if (done.size + open.length > mostAlternatives) return undefined;
  }
  return [...done];
}

/** Words to choose from: `{a,b}`, `@(a|b)`, `?(a)`, `(a|b)`. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

/** A group that holds no other; braces and parentheses that offer nothing are characters. */
function groupIn(glob: string): Group | undefined {
  const open: { readonly at: number; readonly mark: string; readonly cuts: number[] }[] = [];
  for (const { 0: part, index: at } of glob.matchAll(/\\.|\[[!^]?\]?[^\][]+\]|[@?]?\(|[{},|)]/g)) {
    const inner = open.at(-1);
    if (part === "{" || part.endsWith("(")) open.push({ at, mark: part, cuts: [] });
    else if (part === (inner?.mark === "{" ? "," : "|")) inner?.cuts.push(at);
    else if (inner !== undefined && part === (inner.mark === "{" ? "}" : ")")) {
      open.pop();
      const choices = choicesOf(glob, inner.at + inner.mark.length, inner.cuts, at);
      const range = inner.mark === "{" ? /^(\w)\.\.(\w)$/.exec(choices[0] ?? "") : null;
      const group = { start: inner.at, end: at + 1 };
      if (range !== null) return { ...group, choices: [`[${range[1]}-${range[2]}]`] };
      if (inner.mark.startsWith("?")) return { ...group, choices: [...choices, ""] };
      if (inner.mark.startsWith("@") || choices.length > 1) return { ...group, choices };
    }
  }
  return undefined;
}

function choicesOf(glob: string, start: number, cuts: readonly number[], end: number): readonly string[] {
  const starts = [start, ...cuts.map((cut) => cut + 1)];
  return starts.map((from, index) => glob.slice(from, cuts[index] ?? end));
}
