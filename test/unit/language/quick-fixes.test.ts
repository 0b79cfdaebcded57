import { describe, expect, it } from "vitest";
import type { Fix } from "../../../server/src/document/intention.ts";
import { fixAll } from "../../../server/src/engine/fix-all.ts";
import { type Assessment, createReleaseDocsService } from "../../../server/src/engine/service.ts";
import type { Finding } from "../../../server/src/rules/rule.ts";
import { applyChanges } from "../../../server/src/text/changes.ts";
import type { TextChange } from "../../../server/src/text/place.ts";
import { fixtureDay, openFixtures } from "../../support/fixture-folder.ts";
import { memoryFiles } from "../../support/memory-files.ts";

const service = createReleaseDocsService({ files: memoryFiles({}), today: () => fixtureDay });

interface Case {
  readonly path: string;
  readonly before: Assessment;
  readonly finding: Finding;
  readonly fix: Fix;
}

type Check = (text: string) => Promise<Assessment | undefined>;

interface Tried extends Case {
  /** Judges another text of the same file. */
  readonly check: Check;
}

/** One case for each fix of each rule in each fixture; fixes that only differ in the names they speak of are one. */
async function casesIn(folder: string): Promise<readonly Tried[]> {
  const fixtures = openFixtures(folder);
  const cases: Tried[] = [];
  for (const path of fixtures.documents) {
    const { assessment: before } = await fixtures.check(path);
    if (before === undefined) continue;
    const seen = new Set<string>();
    const check: Check = async (text) => (await fixtures.checkText(path, text)).assessment;
    for (const finding of before.findings) {
      for (const fix of finding.fixes) {
        const form = "form" in fix.intention ? fix.intention.form : "state" in fix.intention ? fix.intention.state : "";
        const key = `${finding.rule} ${fix.intention.do} ${form} ${gateForm(before, fix)} ${fix.title.replace(/[“"`].*/, "")}`;
        if (seen.has(key)) continue;
        seen.add(key);
        cases.push({ path: `${folder}/${path}`, before, finding, fix, check });
      }
    }
  }
  return cases;
}

function gateForm({ document }: Assessment, { intention }: Fix): string {
  if (intention.do !== "answer-gate") return "";
  return document.gates.find(({ id }) => id === intention.gate)?.form ?? "";
}

/** The lines that changes take away and bring, as a diff shows them. */
function diff(text: string, changes: readonly TextChange[]): readonly string[] {
  const before = text.split(/\r?\n/);
  const after = applyChanges(text, changes).split(/\r?\n/);
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  const visible = (line: string): string => (line.trim() === "" ? "" : line.trimEnd());
  return [
    `@ ${start + 1}`,
    ...before.slice(start, before.length - end).map((line) => `- ${visible(line)}`.trimEnd()),
    ...after.slice(start, after.length - end).map((line) => `+ ${visible(line)}`.trimEnd()),
  ];
}

/** Digits, quoted names and suggestions change with what stands around a finding, not with what it says. */
const sayingOf = ({ rule, message }: Finding): string =>
  `${rule}: ${message.replace(/\. Did you mean .*$/, "").replace(/\d+|“[^”]*”/g, "…")}`;

/** What one list of findings says that the other does not. */
function surplus(findings: readonly Finding[], others: readonly Finding[]): readonly string[] {
  const left = others.map(sayingOf);
  return findings.map(sayingOf).filter((saying) => {
    const at = left.indexOf(saying);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

const golden = await casesIn("quick-fixes");
const elsewhere = (await Promise.all(["rules", "kinds"].map(casesIn))).flat();

/** What a fix of one rule does in one format. */
const featureOf = ({ finding, fix, before }: Case): string => {
  const { intention } = fix;
  const form = intention.do === "add-rollback-step" ? ` ${intention.form}` : "";
  const state = intention.do === "answer-gate" ? ` ${intention.state}` : "";
  return `${before.document.format} ${finding.rule}: ${intention.do}${form}${state}`;
};

const named = (cases: readonly Tried[]) =>
  cases.map((one) => [`${one.finding.rule}: ${one.fix.title}`, one.path, one] as const);

/** Carries a fix out and checks the document again: the finding must be gone, and the text still be read. */
async function tried({
  before,
  finding,
  fix,
  check,
}: Tried): Promise<{ changes: readonly TextChange[]; after: Assessment }> {
  const { document } = before;
  const changes = service.edit(document, fix.intention);
  if (changes === undefined) throw new Error("the writer does not carry it out");
  const after = await check(applyChanges(document.text, changes));
  if (after === undefined) throw new Error("it is no release document any more");
  const says = ({ rule, message }: Finding): boolean => rule === finding.rule && message === finding.message;
  expect(after.findings.filter(says).length, "the finding is gone").toBeLessThan(before.findings.filter(says).length);
  const broken = surplus(after.findings, before.findings).filter((saying) => /^(?:syntax|suppressions)\//.test(saying));
  expect(broken, "nothing is broken").toEqual([]);
  const errors = ({ findings }: Assessment): readonly Finding[] =>
    findings.filter(({ severity }) => severity === "error");
  // A section that gets its name is judged from then on.
  const names = fix.intention.do === "rename-key" && fix.intention.pointer.at(-2) === "sections";
  if (!names) expect(surplus(errors(after), errors(before)), "no error comes").toEqual([]);
  return { changes, after };
}

describe("every quick fix", () => {
  it.each(named(golden))("%s in %s", async (_title, _path, one) => {
    const { before, finding } = one;
    const { changes, after } = await tried(one);
    const gone = surplus(before.findings, after.findings).filter((saying) => saying !== sayingOf(finding));
    const come = surplus(after.findings, before.findings);
    const report = [
      ...diff(before.document.text, changes),
      ...gone.map((saying) => `also gone: ${saying}`),
      ...come.map((saying) => `still to do: ${saying}`),
    ];
    expect(report.join("\n")).toMatchSnapshot();
  });

  it.each(named(elsewhere))("%s in %s", async (_title, _path, one) => {
    await tried(one);
  });

  it("has its golden file", () => {
    const covered = new Set(golden.map(featureOf));
    expect([...new Set(elsewhere.map(featureOf))].filter((feature) => !covered.has(feature))).toEqual([]);
    expect([...covered].sort()).toMatchSnapshot();
  });
});

describe("inserting all that is missing", () => {
  const kinds = ["ReleaseManifest", "ReleaseRunbook", "ReleasePlan", "ReleaseManagementPlan", "ReleaseChecklist"];

  it.each(kinds)("leaves nothing but blanks in a bare %s", async (kind) => {
    const uri = "file:///fixtures/bare.md";
    const assess = (text: string): Promise<Assessment | undefined> => service.assess(uri, text);
    const bare = `---\nkind: ${kind}\nstatus: draft\n---\n\n# Release v3.0.0\n`;
    const first = await assess(bare);
    if (first === undefined) throw new Error("it is no release document");
    const insertion = ({ fixes }: Finding) => fixes.find(({ intention }) => intention.do === "insert-section");
    const { changes } = await fixAll(first, insertion, { edit: service.edit, assess });
    const after = await assess(applyChanges(bare, changes));
    expect([...new Set(after?.findings.map(({ rule }) => rule))]).toEqual(["placeholders/unfilled"]);
  });
});

describe("silencing", () => {
  const documents = [...new Map([...golden, ...elsewhere].map((one) => [one.path, one])).values()];

  it.each(documents.map((one) => [one.path, one] as const))("every finding of %s", async (_path, { before, check }) => {
    for (const finding of before.findings) {
      const { rule, at } = finding;
      if (rule === "suppressions/unused") continue;
      const changes = service.edit(before.document, { do: "suppress", at, rule, reason: "agreed" });
      if (changes === undefined) {
        // A comment inside of a block of text would be text.
        expect(before.document.format).toBe("yaml");
        continue;
      }
      const after = await check(applyChanges(before.document.text, changes));
      const gone = surplus(before.findings, after?.findings ?? []);
      expect(gone, `silencing ${rule}`).toContain(sayingOf(finding));
      expect(new Set(gone.map((saying) => saying.split(":")[0]))).toEqual(new Set([rule]));
      expect(surplus(after?.findings ?? [], before.findings), `silencing ${rule}`).toEqual([]);
      expect(after?.verdict.verdict, "a comment never turns the verdict").toBe(before.verdict.verdict);
    }
  });
});
