import { line, noMoreThan } from "../budget.mjs";
import { filesBeside } from "../inputs/beside.mjs";
import { runbook } from "../inputs/runbook.mjs";
import { interleave } from "../measure/interleave.mjs";
import { createTypist } from "../measure/strokes.mjs";
import { startOurs } from "../servers/both.mjs";
import { Skipped } from "../skipped.mjs";

/** The code of an answer that says: there is no such method. */
const unknownMethod = -32601;
const uri = "file:///bench/runbook.md";

/** A keystroke, and the rendered page after it. */
export const preview = {
  id: "preview-1k",
  title: "preview update after a keystroke, runbook of 1000 lines",
  async run(context) {
    const server = startOurs({ ...context, files: filesBeside(uri) });
    try {
      const text = runbook({ lines: 1000 });
      const typist = createTypist(text, "middle");
      await server.initialize();
      await server.open(uri, "markdown", text);
      let since;
      const ours = {
        prepare: () => typist.next().change,
        async work(change) {
          await server.change(uri, change);
          const rendered = await server.request("releaseDocs/render", { uri, since });
          if (rendered === null) throw new Error("the server renders nothing");
          since = rendered.page.rendering;
        },
      };
      const measured = await interleave({ ours }, { rounds: context.quick ? 5 : 20, strokes: 3 });
      const budget = noMoreThan(33, "ms");
      return [line({ row: "preview-1k", what: "over stdio", ours: measured.ours.median, unit: "ms", budget })];
    } catch (error) {
      throw error.code === unknownMethod ? new Skipped("the server has no preview yet") : error;
    } finally {
      await server.stop();
    }
  },
};
