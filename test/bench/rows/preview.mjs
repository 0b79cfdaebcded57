import { line, noMoreThan } from "../budget.mjs";
import { filesBeside } from "../inputs/beside.mjs";
import { runbook } from "../inputs/runbook.mjs";
import { interleave } from "../measure/interleave.mjs";
import { median } from "../measure/statistics.mjs";
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
      await server.initialize();
      const ours = await reader(server, uri, text, true);
      const whole = await reader(server, "file:///bench/whole.md", text, false);
      const measured = await interleave({ ours, whole }, { rounds: context.quick ? 5 : 20, strokes: 3 });
      const [what, name] = ["over stdio", "the whole page each time"];
      const kilobytes = ({ sizes }) => median(sizes) / 1000;
      return [
        line({ row: "preview-1k", what, ours: measured.ours.median, unit: "ms", budget: noMoreThan(33, "ms") }),
        line({
          row: "preview-1k",
          what,
          ours: measured.ours.median,
          unit: "ms",
          peer: { name, value: measured.whole.median },
        }),
        line({
          row: "preview-1k",
          what: "sent to the page",
          ours: kilobytes(ours),
          unit: "KB",
          peer: { name, value: kilobytes(whole) },
        }),
      ];
    } catch (error) {
      throw error.code === unknownMethod ? new Skipped("the server has no preview yet") : error;
    } finally {
      await server.stop();
    }
  },
};

/** Somebody who types into a document and looks at its page, told by what changed or as a whole. */
async function reader(server, document, text, byChanges) {
  const typist = createTypist(text, "middle");
  const sizes = [];
  let since;
  await server.open(document, "markdown", text);
  return {
    sizes,
    prepare: () => typist.next().change,
    async work(change) {
      await server.change(document, change);
      const rendered = await server.request("releaseDocs/render", { uri: document, ...(byChanges && { since }) });
      if (rendered === null) throw new Error("the server renders nothing");
      since = rendered.page.rendering;
      sizes.push(JSON.stringify(rendered.page).length);
    },
  };
}
