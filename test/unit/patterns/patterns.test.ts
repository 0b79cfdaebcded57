import { expect, it } from "vitest";
import { catchBuiltPatterns } from "../../support/built-patterns.ts";
import { expectExceptions, readExceptions } from "../../support/exceptions.ts";
import { alternativesOf, type Proof, prove } from "../../support/prove-pattern.ts";
import { readDataPatterns, readSourcePatterns } from "../../support/source-patterns.ts";

/** Patterns that are not linear and need not be: the file, the pattern (or the call that makes it), what bounds its text. */
const bounded = readExceptions(new URL("bounded.tsv", import.meta.url));
/** Patterns that nothing bounds yet: the file, and the pattern or the call. It only ever becomes shorter. */
const open = readExceptions(new URL("open.tsv", import.meta.url));
/** Only files below this path, while one folder is worked on. */
const under = process.env.PATTERNS_UNDER ?? "";

it("what a pattern tries one after the other is proved by itself", () => {
  expect(alternativesOf(String.raw`^a|[|(]b\||(?:c|d)+\)|`)).toEqual([
    "^a",
    String.raw`[|(]b\|`,
    String.raw`(?:c|d)+\)`,
    "",
  ]);
  expect(alternativesOf(String.raw`(a)|b\1`)).toEqual([String.raw`(a)|b\1`]);
  const long = "x".repeat(300);
  expect(alternativesOf(`(?:a(?:b|c)+(?:d|${long})e)`)).toEqual(["a(?:b|c)+de", `a(?:b|c)+${long}e`]);
});

it("what is not linear is not proved", async () => {
  expect(await prove(String.raw`a|\s+$`, "")).toBeUndefined();
  expect(await prove(String.raw`^(?:a|a)*$`, "")).toBeUndefined();
  expect(await prove(String.raw`^\s+`, "")).toBe("automaton");
  expect(await prove("a|b", "")).toBe("no repetition");
});

it("no regular expression is more than linear on text from outside", { timeout: 1_800_000 }, async () => {
  const { literals, builders, askers } = readSourcePatterns();
  const built = await catchBuiltPatterns(builders, askers);
  const isCaught = (site: { file: string; line: number }): boolean =>
    built.some(({ file, line }) => file === site.file && line === site.line);

  const patterns = new Map<string, { readonly source: string; readonly flags: string; readonly files: Set<string> }>();
  for (const { file, source, flags } of [...literals, ...built, ...readDataPatterns()]) {
    if (!file.startsWith(under)) continue;
    const written = `/${source}/${flags}`;
    const known = patterns.get(written) ?? { source, flags, files: new Set<string>() };
    known.files.add(file);
    patterns.set(written, known);
  }

  const proofs = new Map<string, Proof>();
  const given = new Set(bounded.map(([, pattern]) => pattern));
  const waiting = [...patterns].filter(([written]) => !given.has(written));
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      proofs.set(next[0], await prove(next[1].source, next[1].flags));
  };
  await Promise.all([work(), work()]);

  const unproved = [...patterns]
    .filter(([written]) => proofs.get(written) === undefined)
    .flatMap(([written, { files }]) => [...files].map((file) => line(file, written)));
  const uncaught = builders
    .filter((site) => site.file.startsWith(under) && !isCaught(site))
    .map(({ file, call }) => line(file, call));
  const found = new Set([...unproved, ...uncaught]);
  const isHere = ([file = ""]: readonly string[]): boolean => file.startsWith(under);
  const count = (proof: Proof): number => [...proofs.values()].filter((other) => other === proof).length;
  console.log(
    `${patterns.size} patterns: ${count("no repetition")} repeat nothing, ${count("automaton")} are proved linear by their automaton, ` +
      `${count("search")} by a search for attacks; ${builders.filter(isHereSite).length} calls make patterns; ` +
      `${bounded.filter(isHere).length} are bounded by the text they are given, ${open.filter(isHere).length} open`,
  );
  for (const [file, pattern, bound] of bounded.filter(isHere)) console.log(`bounded: ${file} ${pattern}: ${bound}`);

  expectExceptions(found, [...bounded, ...open].filter(isHere), "not linear, and nothing says what bounds it");
});

function isHereSite({ file }: { readonly file: string }): boolean {
  return file.startsWith(under);
}

function line(file: string, pattern: string): string {
  return `${file}\t${pattern}`;
}
