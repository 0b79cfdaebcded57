import { expect, it } from "vitest";
import {
  semanticTokens,
  semanticTokensIn,
  semanticTokensLegend,
} from "../../../server/src/language/semantic-tokens.ts";
import { open, release } from "./workspace.ts";

/** The tokens of a document: its text, type and modifiers, a line each. */
function decoded(text: string, data: readonly number[]): readonly string[] {
  const lines = text.split("\n");
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, along = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    character = down === 0 ? character + along : along;
    line += down;
    const modifiers = semanticTokensLegend.tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    const word = lines[line]?.slice(character, character + length) ?? "";
    found.push([word, semanticTokensLegend.tokenTypes[type], ...modifiers].join(" "));
  }
  return found;
}

it("shows how gates stand, who is meant, and which ids there are", async () => {
  const { context, text } = await open(release);
  const tokens = decoded(text, (await semanticTokens(context)).data);
  expect(tokens).toContain("@alice releaseHandle");
  expect(tokens).toContain("#77 releaseId declaration");
  expect(tokens).toContain("0007_shard releaseId declaration");
  expect(tokens).toContain("0007_shard releaseId");
  expect(tokens).toContain("false releaseGate open due");
  expect(tokens).toContain("true releaseGate checked");
});

it("says that an id does not resolve, and answers for a range", async () => {
  const text = `${release["release-manifest.yaml"]}`.replace("order: [0007_shard]", "order: [0008_none]");
  const { context } = await open({ "release-manifest.yaml": text });
  const line = text.split("\n").findIndex((each) => each.includes("order:"));
  const range = { start: { line, character: 0 }, end: { line, character: 80 } };
  expect(decoded(text, semanticTokensIn(context, range).data)).toEqual(["0008_none releaseId unresolved"]);
});

it("shows boxes of Markdown", async () => {
  const { context, text } = await open({ "runbook.md": release["runbook.md"] });
  const tokens = decoded(text, (await semanticTokens(context)).data);
  expect(tokens).toContain("[x] releaseGate checked");
  expect(tokens).toContain("[ ] releaseGate open due");
});
