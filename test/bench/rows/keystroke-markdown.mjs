import { atMost, line } from "../budget.mjs";
import { createEngine } from "../engine.mjs";
import { filesBeside } from "../inputs/beside.mjs";
import { runbook } from "../inputs/runbook.mjs";
import { interleave } from "../measure/interleave.mjs";
import { createTypist, places } from "../measure/strokes.mjs";

const uri = "file:///bench/runbook.md";

/** Keystroke → diagnostics of a runbook. No server of release documents or style looks at Markdown on each key as a peer. */
export const keystrokeMarkdown = {
  id: "markdown-1k",
  title: "keystroke → diagnostics, runbook of 1000 lines",
  async run({ peers, quick }) {
    const text = runbook({ lines: 1000 });
    const { default: createMarkdownIt } = await peers.load("markdown-it");
    const { lint } = await peers.load("markdownlint/sync");
    const markdownIt = createMarkdownIt();
    const lines = [];
    for (const place of places) {
      const engine = await createEngine(filesBeside(uri));
      if ((await engine.assess(uri, text)) === undefined) throw new Error("our engine does not know the runbook");
      const typing = (work) => {
        const typist = createTypist(text, place);
        return { prepare: () => typist.next().text, work };
      };
      const sides = {
        ours: typing((now) => engine.assess(uri, now)),
        parse: typing((now) => markdownIt.parse(now, {})),
        lint: typing((now) => lint({ strings: { runbook: now } })),
      };
      const { ours, parse, lint: linted } = await interleave(sides, { rounds: quick ? 4 : 15, strokes: 4 });
      const against = (name, { median }, budget) =>
        line({ row: "markdown-1k", what: place, ours: ours.median, unit: "ms", peer: { name, value: median }, budget });
      lines.push(against("markdown-it, one parse", parse, atMost(0.3)), against("markdownlint", linted));
    }
    return lines;
  },
};
