import { line, noMoreThan } from "../budget.mjs";
import { createEngine } from "../engine.mjs";
import { nothingToRead } from "../inputs/beside.mjs";
import { manifest } from "../inputs/manifest.mjs";
import { runbook } from "../inputs/runbook.mjs";
import { interleave } from "../measure/interleave.mjs";
import { growthExponent } from "../measure/statistics.mjs";
import { createYamlLanguageService } from "../peers/yaml-language-service.mjs";

const sizes = [1000, 5000, 20_000];

/** How the time of a full check, nothing kept from before, grows with the text. */
export const growth = {
  id: "growth",
  title: "growth from 1000 to 20000 lines, full check",
  async run(context) {
    const validateYaml = await createYamlLanguageService(context.peers, context.schemaFile);
    const { lint } = await context.peers.load("markdownlint/sync");
    return [
      ...(await format(context, "manifest", "release-manifest.yaml", manifest, {
        name: "yaml-language-server",
        check: validateYaml,
      })),
      ...(await format(context, "runbook", "runbook.md", runbook, {
        name: "markdownlint",
        check: (text) => lint({ strings: { runbook: text } }),
      })),
    ];
  },
};

async function format({ quick }, what, name, input, peer) {
  const uri = `file:///bench/${name}`;
  const engine = await createEngine(nothingToRead);
  const sides = {};
  const characters = [];
  for (const lines of sizes) {
    const text = input({ lines });
    characters.push(text.length);
    sides[`ours ${lines}`] = { prepare: () => engine.close(uri), work: () => engine.assess(uri, text) };
    sides[`peer ${lines}`] = { work: () => peer.check(text) };
  }
  // All sizes in one run: a size that is measured first would be measured before the engine is warm.
  const measured = await interleave(sides, {
    rounds: quick ? 3 : 11,
    warmUp: quick ? 2 : 4,
    strokes: 2,
    mostSeconds: 60,
  });
  const points = (side) =>
    sizes.map((lines, at) => ({ size: characters[at], time: measured[`${side} ${lines}`].median }));
  const [ours, theirs] = [points("ours"), points("peer")];
  const row = "growth";
  return [
    line({
      row,
      what: `${what}, exponent`,
      ours: growthExponent(ours),
      unit: "",
      peer: { name: peer.name, value: growthExponent(theirs) },
      budget: noMoreThan(1.1, ""),
    }),
    ...sizes.map((lines, index) => {
      const beside = { name: peer.name, value: theirs[index].time };
      return line({
        row,
        what: `${what} of ${lines} lines, full check`,
        ours: ours[index].time,
        unit: "ms",
        peer: beside,
      });
    }),
  ];
}
