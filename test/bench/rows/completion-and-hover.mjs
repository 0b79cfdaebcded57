import { fasterBy, line } from "../budget.mjs";
import { filesBeside } from "../inputs/beside.mjs";
import { manifest } from "../inputs/manifest.mjs";
import { interleave } from "../measure/interleave.mjs";
import { sawTheFault, startOurs, startPeer } from "../servers/both.mjs";
import { Skipped } from "../skipped.mjs";

const uri = "file:///bench/release-manifest.yaml";

const features = [
  { id: "completion-5k", method: "textDocument/completion", capability: "completionProvider" },
  { id: "hover-5k", method: "textDocument/hover", capability: "hoverProvider" },
];

/** A keystroke, and at once the request that an editor sends with it. Both over stdio. */
export const completionAndHover = features.map(({ id, method, capability }) => ({
  id,
  title: `${method.slice(13)} after a keystroke, manifest of 5000 lines`,
  async run(context) {
    const text = manifest({ lines: 5000, fault: true });
    const servers = { ours: startOurs({ ...context, files: filesBeside(uri) }), peer: startPeer(context) };
    try {
      const sides = {
        ours: await side(servers.ours, text, method, capability),
        peer: await side(servers.peer, text, method, capability),
      };
      const { ours, peer } = await interleave(sides, { rounds: context.quick ? 4 : 15, strokes: 3 });
      const measured = { ours: ours.median, peer: { name: "yaml-language-server", value: peer.median } };
      return [line({ row: id, what: "value of `risk`, over stdio", unit: "ms", ...measured, budget: fasterBy(10) })];
    } finally {
      await Promise.all([servers.ours.stop(), servers.peer.stop()]);
    }
  },
}));

/** Takes the last letter of a `risk` away and gives it back, and asks at that place. */
async function side(server, text, method, capability) {
  const offered = await server.initialize();
  if (!offered[capability]) throw new Skipped(`the server has no ${method.slice(13)} yet`);
  const offset = /\n {4}risk: \w+/g;
  offset.lastIndex = text.indexOf("\nscope:") + 50_000;
  const match = offset.exec(text);
  const line = text.slice(0, match.index + 1).split("\n").length - 1;
  const end = { line, character: match[0].length - 1 };
  const start = { line, character: end.character - 1 };
  const removal = { range: { start, end }, text: "" };
  const insertion = { range: { start, end: start }, text: match[0].slice(-1) };
  await server.open(uri, "yaml", text, sawTheFault);
  const position = method.endsWith("hover") ? { line, character: 5 } : start;
  let removed = false;
  return {
    prepare() {
      removed = !removed;
      return removed ? removal : insertion;
    },
    async work(change) {
      await server.change(uri, change);
      const answer = await server.request(method, { textDocument: { uri }, position });
      const items = answer?.items ?? answer;
      if (items === null || items === undefined || items.length === 0) throw new Error(`${method} has no answer`);
    },
  };
}
