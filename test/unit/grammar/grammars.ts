import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const root = join(import.meta.dirname, "..", "..", "..");
const syntaxes = join(root, "syntaxes");

/** Grammars of an editor that ours build on, by scope: file below its `extensions`. */
const builtIn: Readonly<Record<string, string>> = {
  "source.yaml": "yaml/syntaxes/yaml.tmLanguage.json",
  "source.yaml.1.0": "yaml/syntaxes/yaml-1.0.tmLanguage.json",
  "source.yaml.1.1": "yaml/syntaxes/yaml-1.1.tmLanguage.json",
  "source.yaml.1.2": "yaml/syntaxes/yaml-1.2.tmLanguage.json",
  "source.yaml.1.3": "yaml/syntaxes/yaml-1.3.tmLanguage.json",
  "source.yaml.embedded": "yaml/syntaxes/yaml-embedded.tmLanguage.json",
  "source.shell": "shellscript/syntaxes/shell-unix-bash.tmLanguage.json",
  "text.html.markdown": "markdown-basics/syntaxes/markdown.tmLanguage.json",
};
const ours: Readonly<Record<string, string>> = {
  "source.release-manifest": "release-manifest.tmLanguage.json",
  "release-docs.markdown.injection": "release-docs.markdown-injection.tmLanguage.json",
};

/** The built-in extensions of an editor that the tests have installed; `undefined` when there is none. */
export function editorExtensions(): string | undefined {
  const folder = join(root, ".vscode-test");
  const entries = (path: string): readonly string[] => (existsSync(path) ? readdirSync(path) : []);
  const candidates = [
    ...entries(join(folder, "host")).map((host) =>
      join(folder, "host", host, "node_modules/code-server/lib/vscode/extensions"),
    ),
    ...entries(folder).flatMap((editor) => [
      join(folder, editor, "resources/app/extensions"),
      join(folder, editor, "Visual Studio Code.app/Contents/Resources/app/extensions"),
    ]),
  ];
  return candidates.find((path) => existsSync(join(path, builtIn["source.yaml"] ?? "")));
}

/** A piece of a line with the scopes that a grammar gives it. */
export interface Scoped {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** Loads a grammar with the editor's own and our injections; answers what it makes of a text, line by line. */
export async function loadGrammar(
  scope: string,
  extensions: string,
): Promise<(text: string) => readonly (readonly Scoped[])[]> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM({ data: wasm });
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (name) => {
      const [own, foreign] = [ours[name], builtIn[name]];
      const path = own !== undefined ? join(syntaxes, own) : foreign && join(extensions, foreign);
      return path === undefined || !existsSync(path)
        ? null
        : textmate.parseRawGrammar(readFileSync(path, "utf8"), path);
    },
    getInjections: (name) => (name === "text.html.markdown" ? ["release-docs.markdown.injection"] : []),
  });
  const grammar = await registry.loadGrammar(scope);
  if (grammar === null) throw new Error(`no grammar for ${scope}`);
  return (text) => {
    let stack = textmate.INITIAL;
    return text.split("\n").map((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
      stack = ruleStack;
      return tokens.map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes }));
    });
  };
}

/** What our grammars add: each line, and below it the pieces that carry a scope of ours. */
export function snapshotOf(lines: readonly (readonly Scoped[])[]): string {
  return lines
    .map((pieces) => {
      const named = pieces.flatMap(({ text, scopes }) => {
        const own = scopes.filter(
          (scope) => /\.release-(?:manifest|docs)$/.test(scope) && !scope.startsWith("source."),
        );
        return own.length === 0 || text.trim() === "" ? [] : [`    ${JSON.stringify(text)} ${own.join(" ")}`];
      });
      return [
        pieces
          .map(({ text }) => text)
          .join("")
          .trimEnd(),
        ...named,
      ].join("\n");
    })
    .join("\n");
}
