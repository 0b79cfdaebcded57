import { atMost, fasterBy, line } from "../budget.mjs";
import { createEngine } from "../engine.mjs";
import { filesBeside } from "../inputs/beside.mjs";
import { manifest } from "../inputs/manifest.mjs";
import { interleave } from "../measure/interleave.mjs";
import { createTypist, places } from "../measure/strokes.mjs";
import { createJsonLanguageService } from "../peers/json-language-service.mjs";
import { createYamlLanguageService } from "../peers/yaml-language-service.mjs";
import { sawTheFault, startOurs, startPeer } from "../servers/both.mjs";
import { overStdio } from "../servers/keystroke.mjs";

const uri = "file:///bench/release-manifest.yaml";

/** How each size is judged: the small one beside the bare parser, the large ones beside a YAML server. */
const sizes = [
  { id: "yaml-250", count: 250, budgets: { parse: atMost(0.5) }, strokes: 8 },
  { id: "yaml-5k", count: 5000, budgets: { peer: fasterBy(20) }, strokes: 4 },
  { id: "yaml-20k", count: 20_000, budgets: { peer: fasterBy(50) }, strokes: 4 },
];

/** Keystroke → diagnostics of a manifest, in this process and over stdio. */
export const keystrokeYaml = sizes.map(({ id, count, budgets, strokes }) => ({
  id,
  title: `keystroke → diagnostics, manifest of ${count} lines`,
  async run(context) {
    const text = manifest({ lines: count, fault: true });
    const lines = [];
    for (const place of places) {
      const measured = await inProcess(context, text, place, strokes);
      lines.push(...report(id, place, measured, budgets));
    }
    const servers = { ours: startOurs({ ...context, files: filesBeside(uri) }), peer: startPeer(context) };
    const typed = await overStdio(servers, { uri, languageId: "yaml", text, fits: sawTheFault }, context.quick ? 3 : 9);
    const peer = { name: "yaml-language-server, its 200 ms taken off", value: typed.peer };
    return [
      ...lines,
      line({ row: id, what: "middle, over stdio", ours: typed.ours, unit: "ms", peer, budget: budgets.peer }),
    ];
  },
}));

async function inProcess({ peers, schemaFile, quick }, text, place, strokes) {
  const { LineCounter, parseDocument } = await peers.load("yaml");
  const validateYaml = await createYamlLanguageService(peers, schemaFile);
  const validateJson = await createJsonLanguageService(peers, schemaFile);
  const engine = await createEngine(filesBeside(uri));
  sawTheFault.orThrow("our engine", (await engine.assess(uri, text))?.findings ?? []);
  sawTheFault.orThrow("yaml-language-server", await validateYaml(text));
  const json = JSON.stringify(parseDocument(text).toJS(), undefined, 2);
  const typing = (work, source = text) => {
    const typist = createTypist(source, place);
    return { prepare: () => typist.next().text, work };
  };
  const sides = {
    ours: typing((now) => engine.assess(uri, now)),
    parse: typing((now) => parseDocument(now, { lineCounter: new LineCounter() })),
    peer: typing((now) => validateYaml(now)),
    ...(place === "middle" ? { json: typing((now) => validateJson(now), json) } : {}),
  };
  return interleave(sides, { rounds: quick ? 4 : 15, strokes, mostSeconds: quick ? 10 : 40 });
}

function report(row, place, { ours, parse, peer, json }, budgets) {
  const against = (what, name, { median }, budget) =>
    line({ row, what, ours: ours.median, unit: "ms", peer: { name, value: median }, budget });
  return [
    against(place, "yaml, one parse", parse, budgets.parse),
    against(place, "yaml-language-server", peer, budgets.peer),
    ...(json === undefined ? [] : [against(place, "vscode-json-languageservice, same data", json)]),
  ];
}
