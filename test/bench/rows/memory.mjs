import { atMost, line } from "../budget.mjs";
import { nothingToRead } from "../inputs/beside.mjs";
import { manifest } from "../inputs/manifest.mjs";
import { startOurs, startPeer } from "../servers/both.mjs";

const count = 500;

/**
 * What the processes weigh with 500 manifests open, each judged once. Both run with a hook that collects garbage and weighs
 * when it is asked, once the diagnostics of the last document are there.
 */
export const memory = {
  id: "memory-500",
  title: `memory with ${count} manifests open`,
  async run(context) {
    const texts = Array.from({ length: count }, (_, index) => manifest({ lines: 250, seed: index + 1 }));
    const ours = await weigh(startOurs({ ...context, memory: true, files: nothingToRead }), texts);
    const peer = await weigh(startPeer({ ...context, memory: true }), texts);
    const name = "yaml-language-server";
    const against = (what, key, budget) =>
      line({ row: "memory-500", what, ours: ours[key], unit: "MB", peer: { name, value: peer[key] }, budget });
    return [against("process (RSS)", "rss", atMost(0.25)), against("heap in use", "heapUsed")];
  },
};

async function weigh(server, texts) {
  await server.initialize();
  await Promise.all(
    texts.map((text, index) => server.open(`file:///bench/${index}/release-manifest.yaml`, "yaml", text)),
  );
  const { rss, heapUsed } = await server.memory();
  await server.stop();
  return { rss: rss / 1024 / 1024, heapUsed: heapUsed / 1024 / 1024 };
}
