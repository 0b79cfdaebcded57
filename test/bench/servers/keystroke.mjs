import { interleave } from "../measure/interleave.mjs";
import { createTypist } from "../measure/strokes.mjs";
import { peerDelay } from "./both.mjs";

/**
 * Types in the middle of a document that is open in two servers; waits for the diagnostics of each keystroke. Stops both.
 *
 * @returns {Promise<{ ours: number, peer: number }>} medians in milliseconds; the peer's without its fixed delay
 */
export async function overStdio(servers, { uri, languageId, text, fits }, rounds) {
  const typing = async (server) => {
    await server.initialize();
    const typist = createTypist(text, "middle");
    await server.open(uri, languageId, text, fits);
    return { prepare: () => typist.next().change, work: (change) => server.keystroke(uri, change) };
  };
  try {
    const sides = { ours: await typing(servers.ours), peer: await typing(servers.peer) };
    const { ours, peer } = await interleave(sides, { rounds, strokes: 3, mostSeconds: 30 });
    return { ours: ours.median, peer: peer.median - peerDelay };
  } finally {
    await Promise.all([servers.ours.stop(), servers.peer.stop()]);
  }
}
