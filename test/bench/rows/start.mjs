import { atMost, line } from "../budget.mjs";
import { filesBeside } from "../inputs/beside.mjs";
import { manifest } from "../inputs/manifest.mjs";
import { interleave } from "../measure/interleave.mjs";
import { peerDelay, sawTheFault, startOurs, startPeer } from "../servers/both.mjs";

const uri = "file:///bench/release-manifest.yaml";

/** From the start of the process to the first diagnostics that name the fault. */
export const start = {
  id: "start-250",
  title: "server start → first diagnostics, manifest of 250 lines",
  async run(context) {
    const text = manifest({ lines: 250, fault: true });
    const toFirstDiagnostics = (startServer) => {
      let server;
      return {
        async prepare() {
          await server?.stop();
        },
        async work() {
          server = startServer();
          await server.initialize();
          sawTheFault.orThrow("a server", await server.open(uri, "yaml", text, sawTheFault));
        },
        end: () => server.stop(),
      };
    };
    const sides = {
      ours: toFirstDiagnostics(() => startOurs({ ...context, files: filesBeside(uri) })),
      peer: toFirstDiagnostics(() => startPeer(context)),
    };
    const { ours, peer } = await interleave(sides, { rounds: context.quick ? 3 : 11, warmUp: 1 });
    await Promise.all([sides.ours.end(), sides.peer.end()]);
    const against = (name, value, budget) =>
      line({ row: "start-250", what: "over stdio", ours: ours.median, unit: "ms", peer: { name, value }, budget });
    return [
      against("yaml-language-server", peer.median, atMost(0.3)),
      against("yaml-language-server, its 200 ms taken off", peer.median - peerDelay),
    ];
  },
};
