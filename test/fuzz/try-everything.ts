import { certainFix, fixAll, fixOf } from "../../server/src/engine/fix-all.ts";
import { type Assessment, createReleaseDocsService, type ReleaseDocsService } from "../../server/src/engine/service.ts";
import { type ActionContext, isFixAll, proposeActions } from "../../server/src/language/code-actions.ts";
import { codeLens } from "../../server/src/language/code-lens.ts";
import { completeConfiguration } from "../../server/src/language/complete-configuration.ts";
import { completeUndeclared } from "../../server/src/language/complete-undeclared.ts";
import { complete } from "../../server/src/language/completion.ts";
import { definition } from "../../server/src/language/definition.ts";
import { folding } from "../../server/src/language/folding.ts";
import { format, formatRange } from "../../server/src/language/format.ts";
import { highlights } from "../../server/src/language/highlights.ts";
import { hover } from "../../server/src/language/hover.ts";
import { links } from "../../server/src/language/links.ts";
import { outline } from "../../server/src/language/outline.ts";
import { references } from "../../server/src/language/references.ts";
import { prepareRename, rename } from "../../server/src/language/rename.ts";
import { selectionRanges } from "../../server/src/language/selection-ranges.ts";
import { semanticTokens, semanticTokensIn } from "../../server/src/language/semantic-tokens.ts";
import { namedPlaces, workspaceSymbols } from "../../server/src/language/workspace-symbols.ts";
import { checklist } from "../../server/src/lsp/views/checklist.ts";
import { renderDocument } from "../../server/src/render/render-document.ts";
import { renderPage } from "../../server/src/render/render-page.ts";
import { reportDocument } from "../../server/src/render/report/report-document.ts";
import { renderReport } from "../../server/src/render/report.ts";
import { renderReportHtml } from "../../server/src/render/report-html.ts";
import { withLineSteps } from "../../server/src/render/update/line-steps.ts";
import { createLineIndex } from "../../server/src/text/line-index.ts";
import { readConfiguration } from "../../server/src/workspace/read-configuration.ts";
import { memoryFiles } from "../support/memory-files.ts";
import { call } from "../unit/cli/call.ts";

const today = "2026-11-30";
const folder = "file:///w";

/** Hears how long one thing took, in milliseconds of this process. */
export type Timed = (what: string, milliseconds: number) => void;

/** Does everything with a file that the product can do, or with less effort most of it. Rejects with what is thrown. */
export async function tryEverything(file: string, text: string, timed: Timed, thorough = true): Promise<void> {
  const places = thorough ? positionsIn(text) : positionsIn(text).filter((_, index) => index === 1 || index === 4);
  const uri = `${folder}/${file}`;
  const files = memoryFiles({ [uri]: text, [`${folder}/a.md`]: ordinary });
  const service = createReleaseDocsService({ files, today: () => today });
  const timing = async <Result>(what: string, work: () => Result | Promise<Result>): Promise<Result> => {
    const before = process.cpuUsage();
    try {
      return await work();
    } catch (error) {
      throw new Error(`${what} throws`, { cause: error });
    } finally {
      const { user, system } = process.cpuUsage(before);
      timed(what, (user + system) / 1_000);
    }
  };
  if (file === ".release-docs.yaml") {
    await timing("read configuration", () => readConfiguration(text));
    await timing("check beside configuration", () => service.assess(`${folder}/a.md`, ordinary));
    for (const [name, position] of places) {
      await timing(`complete configuration ${name}`, () =>
        completeConfiguration(text, position, service.rules, { today, sections: [], paths: async () => [] }),
      );
    }
    return;
  }
  const assessment = await timing("check", () => service.assess(uri, text));
  for (const [name, position] of places) {
    await timing(`complete undeclared ${name}`, () => completeUndeclared(uri, text, position, { today }));
  }
  if (assessment === undefined) return;
  await timing("check after an edit", () => service.assess(uri, `${text}\n`));
  await service.assess(uri, text);
  await features(contextOf(assessment, service, text), places, timing, thorough ? 100 : 1);
  await pages(assessment, timing);
  for (const words of thorough ? commandsFor(uri) : fewCommands) {
    await timing(`release-docs ${words.join(" ")}`, () => called(words, file, text));
  }
}

type Places = readonly (readonly [string, { line: number; character: number }])[];
type Timing = <Result>(what: string, work: () => Result | Promise<Result>) => Promise<Result>;

const ordinary =
  "---\nkind: ReleaseRunbook\nstatus: approved\n---\n\n# Release Runbook: v1.2.0\n\n## Rollback\n\n- [ ] Backups verified\n";

/** The beginning, places within, where a line is longest, and behind the end. */
function positionsIn(text: string): Places {
  const lines = createLineIndex(text);
  const longest = text
    .split("\n")
    .reduce((best, line, index, all) => (line.length > (all[best]?.length ?? 0) ? index : best), 0);
  return [
    ["at the beginning", { line: 0, character: 0 }],
    ["in the middle", lines.position(Math.floor(text.length / 2))],
    ["in the longest line", { line: longest, character: 1_000_000 }],
    ["at the end", lines.position(text.length)],
    ["far behind the end", { line: 1_000_000_000, character: 1_000_000_000 }],
  ];
}

function contextOf(assessment: Assessment, service: ReleaseDocsService, text: string): ActionContext {
  const { document } = assessment;
  const lines = createLineIndex(text);
  return {
    assessment,
    lines,
    rules: service.rules,
    today,
    token: { isCancellationRequested: false },
    files: memoryFiles({}),
    others: async () => [{ document: { ...document, uri: `${folder}/other.md` }, lines }],
    siblings: async () => [`${folder}/a.md`],
    identity: "@alice",
    edit: (intention) => service.edit(document, intention),
  };
}

/** `mostRules`: of how many rules all findings are fixed, which reads the text again and again. */
async function features(context: ActionContext, places: Places, timing: Timing, mostRules: number): Promise<void> {
  const { assessment, lines } = context;
  const { text, uri } = assessment.document;
  const symbols = await timing("outline", () => outline(context));
  await timing("workspace symbols", () => workspaceSymbols(namedPlaces(assessment, symbols), "gate"));
  await timing("folding", () => folding(context));
  await timing("links", () => links(context));
  await timing("code lens", () => codeLens(context));
  await timing("semantic tokens", () => semanticTokens(context));
  await timing("checklist", () => checklist(assessment, uri));
  await timing("format", () => format(context));
  const service = createReleaseDocsService({ files: memoryFiles({}), today: () => today });
  const tools = {
    edit: service.edit,
    assess: (changed: string) => service.assess(uri, changed),
  };
  await timing("fix all", () => fixAll(assessment, certainFix, tools));
  const rules = [...new Set(assessment.findings.map((finding) => finding.rule))];
  for (const rule of rules.slice(0, mostRules)) {
    await timing(`fix all of ${rule}`, () => fixAll(assessment, fixOf(rule, undefined), tools));
  }
  for (const [name, position] of places) {
    const end = { line: position.line, character: position.character + 1 };
    await timing(`complete ${name}`, () => complete(context, position));
    await timing(`hover ${name}`, () => hover(context, position));
    await timing(`definition ${name}`, () => definition(context, position));
    await timing(`references ${name}`, () => references(context, position, true));
    await timing(`highlights ${name}`, () => highlights(context, position));
    await timing(`prepare rename ${name}`, () => prepareRename(context, position));
    await timing(`rename ${name}`, () => rename(context, position, "another name"));
    await timing(`selection ranges ${name}`, () => selectionRanges(context, [position]));
    await timing(`semantic tokens ${name}`, () => semanticTokensIn(context, { start: position, end }));
    await timing(`format ${name}`, () => formatRange(context, { start: position, end }));
    const at = lines.offset(position);
    await timing(`code actions ${name}`, () => proposeActions(context, { start: at, end: at }, () => true));
  }
  const all = { start: 0, end: text.length };
  const actions = await timing("code actions everywhere", () =>
    proposeActions(context, all, (kind) => kind !== "source"),
  );
  for (const { does } of actions.filter((action) => isFixAll(action.does)).slice(0, Math.min(mostRules, 3))) {
    if (!isFixAll(does)) continue;
    const choose = does.rule === undefined ? certainFix : fixOf(does.rule, does.title);
    await timing("a code action for all", () => fixAll(assessment, choose, tools));
  }
}

async function pages(assessment: Assessment, timing: Timing): Promise<void> {
  const { uri } = assessment.document;
  await timing("preview", () => withLineSteps(renderDocument(assessment)));
  await timing("page", () => renderPage(assessment));
  await timing("report", () =>
    renderReportHtml(renderReport([reportDocument(assessment, uri, true, (other) => other)], { today })),
  );
}

const fewCommands = [
  ["check", "--format", "sarif"],
  ["verdict", "--format", "text"],
];

const commandsFor = (uri: string): readonly (readonly string[])[] => [
  ...["text", "json", "sarif", "github", "junit", "markdown"].map((name) => ["check", "--format", name]),
  ...["text", "json", "sarif", "github", "junit", "markdown"].map((name) => ["verdict", "--format", name]),
  ["inspect", "--format", "json"],
  ["inspect", "--format", "text"],
  ["render"],
  ...(uri.endsWith(".yaml") ? [["convert"]] : [["convert", "--kind", "ReleaseManifest"]]),
  ["explain"],
];

/** Calls the command with a text as its standard input. What a command throws, it says as an internal error. */
async function called(words: readonly string[], file: string, text: string): Promise<void> {
  const { stderr } = await call([...words, "-", "--stdin-filepath", `/w/${file}`], {
    cwd: "/w",
    stdin: text,
    createService: (settings) => createReleaseDocsService({ files: memoryFiles({}), today: () => today }, settings),
  });
  if (/internal|please report|RangeError|TypeError/i.test(stderr)) throw new Error(stderr.slice(0, 500));
}
