import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type Assessment, type AssessOptions, createReleaseDocsService } from "../../server/src/engine/service.ts";
import { createLineIndex } from "../../server/src/text/line-index.ts";
import type { FileSystem } from "../../server/src/workspace/file-system.ts";
import { type Expectation, readFixture } from "./expectations.ts";

/** What the engine says of a fixture, beside what its markers say. */
export interface Checked {
  readonly assessment: Assessment | undefined;
  /** Findings in the words of markers, in the order of the text. */
  readonly found: readonly Expectation[];
  readonly expected: readonly Expectation[];
}

/** A folder of fixtures, checked together as one workspace; markers are taken out of every file. */
export interface FixtureFolder {
  /** Paths of the documents in it, relative to it, with `/`. */
  readonly documents: readonly string[];
  /** The text of a document, with its markers. */
  source(path: string): string;
  check(path: string, options?: AssessOptions): Promise<Checked>;
  /** Checks a text as if it stood at `path`. */
  checkText(path: string, source: string, options?: AssessOptions): Promise<Checked>;
}

/** The day on which every fixture is checked. */
export const fixtureDay = "2026-11-20";

/** Opens `test/fixtures/<name>`. */
export function openFixtures(name: string): FixtureFolder {
  const folder = join(import.meta.dirname, "..", "fixtures", name);
  const sources = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).replaceAll(sep, "/"), readFileSync(path, "utf8")]),
  );
  const uriOf = (path: string): string => `file:///fixtures/${path}`;
  const texts = new Map([...sources].map(([path, source]) => [uriOf(path), readFixture(source).text]));
  const files: FileSystem = {
    readText: async (uri) => texts.get(uri),
    exists: async (uri) => texts.has(uri) || [...texts.keys()].some((known) => known.startsWith(`${uri}/`)),
    stands: async (uri) => texts.has(uri),
    rootOf: async () => "file:///fixtures",
  };
  const checkText = async (path: string, source: string, options?: AssessOptions): Promise<Checked> => {
    const { text, expectations } = readFixture(source);
    const service = createReleaseDocsService({ files, today: () => fixtureDay });
    const assessment = await service.assess(uriOf(path), text, options);
    return {
      assessment,
      found: assessment === undefined ? [] : inOrder(foundIn(assessment, expectations)),
      expected: inOrder(expectations),
    };
  };
  const source = (path: string): string => sources.get(path) ?? "";
  return {
    documents: [...sources.keys()].filter((path) => /(?:^|\/)[^./][^/]*\.(?:md|ya?ml)$/.test(path)).sort(),
    source,
    check: (path, options) => checkText(path, source(path), options),
    checkText,
  };
}

/** Findings as markers would say them; with the message only where a marker gives one. */
function foundIn({ document, findings }: Assessment, expectations: readonly Expectation[]): readonly Expectation[] {
  const lines = createLineIndex(document.text);
  const marked = new Map(expectations.map((expectation) => [keyOf(expectation), expectation]));
  return findings.map((finding): Expectation => {
    const { start, end } = document.span(finding.at);
    const [first = "", ...rest] = document.text.slice(start, end).split("\n");
    const place = {
      line: lines.position(start).line + 1,
      rule: finding.rule,
      text: rest.length > 0 ? `${first}…` : first,
    };
    return marked.get(keyOf(place))?.message === undefined ? place : { ...place, message: finding.message };
  });
}

const keyOf = ({ line, rule, text }: Expectation): string => `${line} ${rule} ${text}`;

const inOrder = (expectations: readonly Expectation[]): readonly Expectation[] =>
  [...expectations].sort((a, b) => a.line - b.line || a.rule.localeCompare(b.rule) || a.text.localeCompare(b.text));
