// What esbuild must know to make one bundle of the language server, for Node and for a web worker, that starts quickly.
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const resolveDir = dirname(fileURLToPath(import.meta.url));

/** The functions of vscode-languageserver that are there for one host alone. */
const ofHosts = {
  "vscode-languageserver/node": ["StreamMessageReader", "StreamMessageWriter", "createConnection"],
  "vscode-languageserver/browser": ["BrowserMessageReader", "BrowserMessageWriter", "createConnection"],
};

/** One bundle holds what is for Node and what is for a web worker: each part runs when the first of its functions is called. */
export const hostsWhenCalled = {
  name: "hosts-when-called",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver\/(?:node|browser)$/ }, ({ path, importer }) =>
      importer.endsWith(".ts") ? { path, namespace: "host" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "host" }, ({ path }) => ({
      contents: ofHosts[path]
        .map(
          (name) => `export function ${name}(...given) {
  const real = require("${path}").${name};
  return new.target === undefined ? real(...given) : Reflect.construct(real, given);
}`,
        )
        .join("\n"),
      resolveDir,
    }));
  },
};

/**
 * Libraries name parts of Node at their top that most runs never come to. Each takes milliseconds to load: it is loaded when it
 * is used.
 */
export const builtinsWhenUsed = {
  name: "builtins-when-used",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node:)?(?:child_process|crypto|net)$/ }, ({ path, importer }) =>
      importer.includes("node_modules") ? { path: path.replace(/^node:/, ""), namespace: "when-used" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "when-used" }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get: (_, name) => require("node:${path}")[name] });`,
    }));
  },
};

/** Of the thousand names of the protocol, those that are used: esbuild would copy all of them for each file that imports one. */
export const protocolNames = {
  name: "protocol-names",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode-languageserver$/ }, ({ importer }) =>
      importer.endsWith(".ts") ? { path: "names", namespace: "protocol-names" } : undefined,
    );
    onLoad({ filter: /.*/, namespace: "protocol-names" }, async () => {
      const names = Object.keys((await import("vscode-languageserver")).default);
      const lines = names.map((name) => `export const ${name} = /* @__PURE__ */ named("${name}");`);
      return {
        contents: `const all = require("vscode-languageserver");
/* @__NO_SIDE_EFFECTS__ */
const named = (name) => all[name];
${lines.join("\n")}`,
        resolveDir,
      };
    });
  },
};
