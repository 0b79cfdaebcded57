import fc from "fast-check";
import picomatch from "picomatch/posix.js";
import { describe, expect, it, test } from "vitest";
import { globMatcher } from "../../../server/src/workspace/glob.ts";
import { globProblem } from "../../../server/src/workspace/glob-pattern.ts";

const globs = [
  [
    "**",
    "**/*.md",
    "*.md",
    "ops/**",
    "ops/**/*.md",
    "**/runbooks/**/v*.md",
    "a/*/c.md",
    "a/**/b/**/c.md",
    "**/release-manifest.yaml",
  ],
  [
    "*.release-manifest.y{a,}ml",
    "{a,b}/{c,d}.md",
    "**/{runbook,{plan,check}list}.md",
    "a{b,c{d,e}}f",
    "x{1..3}.md",
    "{a}.md",
    "{a,b.md",
  ],
  ["v?.md", "[a-c]*.md", "[^a].md", "[]a].md", "[a.md", "@(a|b).md", "v?(1).md", "(a|b).md", "\\*.md", "\\[x\\].md"],
  [
    "**/.github/**",
    ".release-docs.yaml",
    "a**b.md",
    "**/*a*b*.md",
    "node_modules/**",
    "**/node_modules/**",
    "docs/**/*",
  ],
].flat();
const paths = [
  [
    "a.md",
    "b.md",
    "c.md",
    "ab.md",
    "a/b.md",
    "a/x/c.md",
    "a/c.md",
    "a/b/c.md",
    "a/b/c/d.md",
    "ops/a.md",
    "ops",
    "ops/x/y.md",
  ],
  [
    "x/runbooks/v1.md",
    "x/runbooks/y/v1.md",
    "release-manifest.yaml",
    "x/release-manifest.yaml",
    "shop.release-manifest.yaml",
  ],
  [
    "shop.release-manifest.yml",
    "a/c.md",
    "b/d.md",
    "runbook.md",
    "x/planlist.md",
    "x/checklist.md",
    "abf",
    "acdf",
    "acef",
    "x2.md",
  ],
  [
    "v1.md",
    "v.md",
    "v12.md",
    "].md",
    "[a.md",
    "*.md",
    "[x].md",
    ".github/x.md",
    "x/.github/y/z.md",
    "node_modules/a/b.md",
    "{a}.md",
  ],
  ["docs/a", "docs/a/b", ".release-docs.yaml", "axxb.md", "a/xaxbx.md", "x/node_modules/y", "{a,b.md", "é.md", "vé.md"],
].flat();

test.each(globs)("%s names what it always named", (glob) => {
  const expected = paths.filter((path) => picomatch(glob, { dot: true })(path));
  expect(paths.filter(globMatcher([glob]))).toEqual(expected);
});

test("[!a] is what [^a] is, as in every shell", () => {
  expect(paths.filter(globMatcher(["[!a]*.md"]))).toEqual(paths.filter(globMatcher(["[^a]*.md"])));
});

test("agrees with picomatch on any stars, marks and braces", () => {
  const piece = fc.constantFrom("a", "b", "ab", "*", "?", "{a,b}", "[ab]", "[^a]", ".md", "x");
  const name = fc.oneof(
    fc.constant("**"),
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
  );
  const glob = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join("/"));
  const path = fc
    .array(fc.stringMatching(/^[abx.]{1,5}$/), { minLength: 1, maxLength: 5 })
    .map((names) => names.join("/"));
  fc.assert(
    fc.property(glob, path, (pattern, file) => {
      fc.pre(!/(?:^|\/)\.{1,2}(?:\/|$)/.test(file) && !/\*{3}|\*\*[^/]|[^/]\*\*|\/\*\*$/.test(pattern));
      expect(globMatcher([pattern])(file)).toBe(picomatch(pattern, { dot: true })(file));
    }),
    { numRuns: 2_000 },
  );
});

describe("whatever a glob is, an answer comes", () => {
  const long = "a".repeat(100_000);
  const deep = `${"a/".repeat(50_000)}c`;
  it.each([
    [`${"*a".repeat(100)}*b`, long],
    [`${"**/a/".repeat(80)}b`, deep],
    [`${"**/*a*a*/".repeat(40)}b`, deep],
    [`**/${"?*".repeat(200)}b`, long],
    [`${"{a,b}".repeat(6)}*b`, long],
    [`${"[ab]*".repeat(90)}c`, long],
  ])("%s", (glob, path) => {
    expect(globProblem(glob)).toBeUndefined();
    expect(globMatcher([glob])(path)).toBe(false);
  });
  it("an empty one names nothing", () => {
    expect(globMatcher(["x", "!"])("x")).toBe(true);
    expect(globMatcher([""])("x")).toBe(false);
  });
});

test.each([
  ["{a,b}".repeat(7), "stands for more than 64 globs"],
  [`${"{a,".repeat(70)}b${"}".repeat(70)}`, "stands for more than 64 globs"],
  ["@(a|b|c|d|e|f|g|h)".repeat(3), "stands for more than 64 globs"],
  ["+(a|aa)b", "has *(…), +(…) or !(…)"],
  ["*(a|aa)b", "has *(…), +(…) or !(…)"],
  ["x/!(a).md", "has *(…), +(…) or !(…)"],
  ["a".repeat(501), "is longer than 500 characters"],
])("%s is refused, and names nothing", (glob, problem) => {
  expect(globProblem(glob)).toContain(problem);
  expect(globMatcher([glob])("a")).toBe(false);
});
