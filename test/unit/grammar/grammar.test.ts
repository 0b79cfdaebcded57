import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { editorExtensions, loadGrammar, type Scoped, snapshotOf } from "./grammars.ts";

const extensions = editorExtensions();
if (extensions === undefined)
  console.log("Grammar tests are skipped: no editor is installed (npm run test:vscode does it)");

const sample = (name: string): string => readFileSync(join(import.meta.dirname, "fixtures", name), "utf8");

describe.skipIf(extensions === undefined).each([
  ["source.release-manifest", "manifest.sample.yaml"],
  ["text.html.markdown", "runbook.sample.md"],
])("%s", (scope, name) => {
  let tokenize: (text: string) => readonly (readonly Scoped[])[] = () => [];
  beforeAll(async () => {
    tokenize = await loadGrammar(scope, extensions ?? "");
  });

  it("gives the sample its scopes", async () => {
    await expect(snapshotOf(tokenize(sample(name)))).toMatchFileSnapshot(`fixtures/${name}.scopes`);
  });

  it("covers every letter, also of half-written text", () => {
    const text = sample(name);
    for (let end = 0; end <= text.length; end += 13) {
      const prefix = text.slice(0, end);
      const whole = tokenize(prefix).map((line) =>
        line
          .map((piece) => piece.text)
          .join("")
          .replace(/\n$/, ""),
      );
      expect(whole.join("\n")).toBe(prefix);
    }
  });
});
