import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { atMost, line } from "../budget.mjs";
import { peakMemory, run } from "../command/run.mjs";
import { today } from "../engine.mjs";
import { manifest } from "../inputs/manifest.mjs";
import { runbook } from "../inputs/runbook.mjs";
import { writeWorkspace } from "../inputs/workspace.mjs";
import { interleave } from "../measure/interleave.mjs";
import { median } from "../measure/statistics.mjs";
import { Skipped } from "../skipped.mjs";

const bareParse = fileURLToPath(new URL("../command/bare-parse.mjs", import.meta.url));
const count = 1000;

const built = ({ root }) => {
  const script = join(root, "dist", "cli.js");
  if (!existsSync(script)) throw new Skipped("dist/cli.js is not built");
  return script;
};

const check = (paths, more = []) => ["check", "--format", "json", "--now", today, ...more, ...paths];

const ajv = ({ schemaFile }, data) => [
  "validate",
  "--spec=draft7",
  "--strict=false",
  "--all-errors",
  "-c",
  "ajv-formats",
  "-s",
  schemaFile,
  "-d",
  data,
];

/** 1,000 documents by the command, beside the bare parse of their text and the two commands that it takes otherwise. */
export const commandOnWorkspace = {
  id: "workspace-1000",
  title: `${count} documents by the command`,
  async run(context) {
    const script = built(context);
    const { node, peers, quick } = context;
    const { folder, manifests, runbooks } = writeWorkspace(count);
    try {
      const list = join(folder, "files.txt");
      writeFileSync(list, [...manifests, ...runbooks].join("\n"));
      const checkAll = (...more) => run(node, script, check(["."], more), { cwd: folder, keep: true });
      const { output } = await checkAll();
      const seen = JSON.parse(output).documents.length;
      if (seen !== count) throw new Error(`the command saw ${seen} of ${count} documents`);
      const parsing = [];
      const inPeers = { cwd: peers.folder };
      const { markdownlint, ajv: ajvScript } = peers.scripts;
      const asMarkdownlint = [node, markdownlint, ["**/*.md"], { cwd: folder }];
      const asAjv = [node, ajvScript, ajv(context, `${folder}/**/*.yaml`), inPeers];
      const sides = {
        ours: { work: () => checkAll() },
        parse: {
          work: async () => {
            const { output } = await run(node, bareParse, [peers.folder, list], { cwd: folder, keep: true });
            parsing.push(Number(output));
          },
        },
        markdownlint: { work: () => run(...asMarkdownlint) },
        ajv: { work: () => run(...asAjv) },
        ...(await cachedSide(checkAll)),
      };
      const measured = await interleave(sides, { rounds: quick ? 1 : 5, warmUp: quick ? 0 : 1, mostSeconds: 120 });
      const memory = {
        ours: await peakMemory(node, script, check(["."]), { cwd: folder }),
        parse: await peakMemory(node, bareParse, [peers.folder, list], { cwd: folder }),
        markdownlint: await peakMemory(...asMarkdownlint),
        ajv: await peakMemory(...asAjv),
      };
      return [...timeLines(measured, median(parsing)), ...memoryLines(memory)];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** The side of a second run over unchanged files; none while the command has no `--cache`. */
async function cachedSide(checkAll) {
  const works = await checkAll("--cache").then(
    () => true,
    () => false,
  );
  return works ? { cached: { work: () => checkAll("--cache") } } : {};
}

function timeLines({ ours, parse, markdownlint, ajv, cached }, parsing) {
  const row = "workspace-1000";
  const peers = markdownlint.median + ajv.median;
  const against = (name, value, budget) =>
    line({ row, what: "first run", ours: ours.median, unit: "ms", peer: { name, value }, budget });
  return [
    against("bare parse of their text", parsing, atMost(1.2)),
    against("bare parse, with start and reading", parse.median),
    against("markdownlint-cli2, then ajv-cli", peers, atMost(0.25)),
    cached === undefined
      ? { row, what: "second run with `--cache`", skipped: "the command has no --cache yet" }
      : line({
          row,
          what: "second run with `--cache`",
          ours: cached.median,
          unit: "ms",
          peer: { name: "first run", value: ours.median },
        }),
  ];
}

function memoryLines({ ours, parse, markdownlint, ajv }) {
  const against = (name, value) =>
    line({ row: "workspace-1000", what: "peak memory, first run", ours, unit: "MB", peer: { name, value } });
  return [against("bare parse", parse), against("markdownlint-cli2", markdownlint), against("ajv-cli", ajv)];
}

/** The command on one file, beside the command that looks at that format otherwise. */
export const commandOnFile = {
  id: "command-file",
  title: "the command on one file of 250 lines",
  async run(context) {
    const script = built(context);
    const { node, peers, quick } = context;
    const folder = mkdtempSync(join(tmpdir(), "release-docs-bench-"));
    try {
      const yaml = join(folder, "release-manifest.yaml");
      const markdown = join(folder, "runbook.md");
      writeFileSync(yaml, manifest({ lines: 250 }));
      writeFileSync(markdown, runbook({ lines: 250 }));
      const ours = (file) => ({
        work: () => run(node, script, check([basename(file)]), { cwd: dirname(file) }),
      });
      const sides = {
        yaml: ours(yaml),
        ajv: { work: () => run(node, peers.scripts.ajv, ajv(context, yaml), { cwd: peers.folder }) },
        markdown: ours(markdown),
        markdownlint: { work: () => run(node, peers.scripts.markdownlint, ["runbook.md"], { cwd: folder }) },
      };
      const measured = await interleave(sides, { rounds: quick ? 3 : 11, warmUp: 1 });
      const against = (what, mine, name, peer) =>
        line({
          row: "command-file",
          what,
          ours: mine.median,
          unit: "ms",
          peer: { name, value: peer.median },
          budget: atMost(0.5),
        });
      return [
        against("manifest", measured.yaml, "ajv-cli", measured.ajv),
        against("runbook", measured.markdown, "markdownlint-cli2", measured.markdownlint),
      ];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
