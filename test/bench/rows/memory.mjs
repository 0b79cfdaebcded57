import { setTimeout } from "node:timers/promises";
import { atMost, line } from "../budget.mjs";
import { nothingToRead } from "../inputs/beside.mjs";
import { manifest } from "../inputs/manifest.mjs";
import { startOurs, startPeer } from "../servers/both.mjs";

const count = 500;
/** Seconds. After eight without work, V8 begins to give back what it no longer uses. */
const rest = 20;

/**
 * What the processes weigh with 500 manifests open, each judged once: right after the diagnostics of the last document, and
 * when they have had nothing to do for a while. Both run with a hook that collects garbage and weighs when it is asked.
 */
export const memory = {
  id: "memory-500",
  title: `memory with ${count} manifests open`,
  async run(context) {
    const texts = Array.from({ length: count }, (_, index) => manifest({ lines: 250, seed: index + 1 }));
    const ours = await weigh(startOurs({ ...context, memory: true, files: nothingToRead }), texts);
    const peer = await weigh(startPeer({ ...context, memory: true }), texts);
    const name = "yaml-language-server";
    const against = (what, of, budget) =>
      line({ row: "memory-500", what, ours: of(ours), unit: "MB", peer: { name, value: of(peer) }, budget });
    return [
      against("process (RSS), at rest", ({ atRest }) => atRest.rss, atMost(0.25)),
      against("process (RSS), right after the last one", ({ atOnce }) => atOnce.rss),
      against("heap in use", ({ atRest }) => atRest.heapUsed),
    ];
  },
};

async function weigh(server, texts) {
  await server.initialize();
  await Promise.all(
    texts.map((text, index) => server.open(`file:///bench/${index}/release-manifest.yaml`, "yaml", text)),
  );
  const atOnce = await megabytes(server);
  await setTimeout(rest * 1000);
  const atRest = await megabytes(server);
  await server.stop();
  return { atOnce, atRest };
}

async function megabytes(server) {
  const { rss, heapUsed } = await server.memory();
  return { rss: rss / 1024 / 1024, heapUsed: heapUsed / 1024 / 1024 };
}
