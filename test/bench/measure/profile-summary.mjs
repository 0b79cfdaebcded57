/**
 * What a CPU profile says of the functions of a bundle, in milliseconds: alone (`self`), and with what they call (`total`).
 *
 * @param {object} profile as the inspector and `node --cpu-prof` write it
 * @param {string} code the text of the bundle, not minified: its comments name the source files
 * @param {string} file how the bundle's file name ends
 * @param {string} [asked] a function, by its name: who calls it, with what that takes, becomes `callers`
 * @returns {{ self: [string, number][], total: [string, number][], callers: [string, number][] }} the largest first
 */
export function summariseProfile({ nodes, samples, timeDeltas }, code, file, asked) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const nameOf = namesOf(code, file);
  const self = new Map();
  const total = new Map();
  const callers = new Map();
  const add = (sums, name, time) => sums.set(name, (sums.get(name) ?? 0) + time / 1000);
  for (const [index, sample] of samples.entries()) {
    const time = timeDeltas[index];
    const name = nameOf(byId.get(sample).callFrame);
    if (name === "(idle)") continue;
    add(self, name, time);
    const seen = new Set();
    const calling = new Set();
    for (let id = sample; id !== undefined; id = parents.get(id)) {
      const { callFrame } = byId.get(id);
      seen.add(nameOf(callFrame));
      const parent = byId.get(parents.get(id));
      if (callFrame.functionName === asked && parent !== undefined) calling.add(nameOf(parent.callFrame));
    }
    for (const caller of calling) add(callers, caller, time);
    for (const caller of seen) add(total, caller, time);
  }
  const sorted = (sums) => [...sums].sort((a, b) => b[1] - a[1]);
  return { self: sorted(self), total: sorted(total), callers: sorted(callers) };
}

/** Names a frame by the source file that the bundle says it is from. */
function namesOf(code, file) {
  let source = "";
  const sources = code.split("\n").map((line) => {
    source = /^\s*\/\/ ((?:server|node_modules|schemas)\/\S+)$/.exec(line)?.[1] ?? source;
    return source;
  });
  return ({ functionName, url, lineNumber }) => {
    const name = functionName === "" ? "(anonymous)" : functionName;
    if (!url.endsWith(file)) return url === "" || url.startsWith("node:") ? name : `${name}  (bench)`;
    return `${name}  ${(sources[lineNumber] ?? "").replace("server/src/", "")}`;
  };
}
