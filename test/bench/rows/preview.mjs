import { readFileSync } from "node:fs";
import { line, noMoreThan } from "../budget.mjs";
import { filesBeside } from "../inputs/beside.mjs";
import { runbook } from "../inputs/runbook.mjs";
import { interleave } from "../measure/interleave.mjs";
import { createTypist } from "../measure/strokes.mjs";
import { startOurs } from "../servers/both.mjs";
import { Skipped } from "../skipped.mjs";

const uri = "file:///bench/runbook.md";

/** A keystroke, and the rendered page after it. */
export const preview = {
  id: "preview-1k",
  title: "preview update after a keystroke, runbook of 1000 lines",
  async run(context) {
    const protocol = readFileSync(`${context.root}/server/src/lsp/protocol.ts`, "utf8");
    const method = /export const (?:preview|render)\w*Method = "([^"]+)"/.exec(protocol)?.[1];
    if (method === undefined) throw new Skipped("the server has no preview yet");
    const server = startOurs({ ...context, files: filesBeside(uri) });
    try {
      const text = runbook({ lines: 1000 });
      const typist = createTypist(text, "middle");
      await server.initialize();
      await server.open(uri, "markdown", text);
      const ours = {
        prepare: () => typist.next().change,
        async work(change) {
          await server.change(uri, change);
          await server.request(method, { uri, textDocument: { uri } });
        },
      };
      const measured = await interleave({ ours }, { rounds: context.quick ? 5 : 20, strokes: 3 });
      const budget = noMoreThan(33, "ms");
      return [line({ row: "preview-1k", what: "over stdio", ours: measured.ours.median, unit: "ms", budget })];
    } finally {
      await server.stop();
    }
  },
};
