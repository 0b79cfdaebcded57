import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Lexicon } from "../../../server/src/text/lexicon.ts";
import type { Phrase } from "../../../server/src/text/phrase.ts";

const finds = (phrase: Phrase): ((text: string) => boolean) => {
  const lexicon = new Lexicon<"it">({ it: [phrase] });
  return (text) => lexicon.tagsOf(text).has("it");
};

describe("phrases", () => {
  test.each<[Phrase, readonly string[], readonly string[]]>([
    [
      "rollback",
      ["rollback", "The Rollback.", "rollback-plan", "the_rollback", "**Rollback**:"],
      ["rollbacks", "unrollback", ""],
    ],
    ["roll~back", ["rollback", "roll back", "roll-back", "Roll-Back:"], ["roll it back", "rolling back"]],
    ["roll~back~plan", ["rollbackplan", "roll back plan", "rollback-plan"], ["rollback the plan"]],
    ["verif*", ["verify", "Verification steps", "to-be-verified"], ["averify"]],
    ["*flag*", ["featureflags", "flag", "a-flag-b"], ["fla g"]],
    ["*back", ["rollback", "back", "Way-back!"], ["backs"]],
    ["verif* step", ["verify step", "Verification-step 2"], ["verify the step", "verify steps"]],
    [
      "before [the|a] release|deploy*",
      ["before the release", "before-deploying", "Before a deployment"],
      ["before this release", "before"],
    ],
    ["[the] release", ["release", "the release"], ["released"]],
    ["decided by", ["decided-by", "Decided by: @a", "decided_by"], ["decided, by", "decidedby"]],
    [
      "if … fails",
      ["if it fails", "if the smoke test of the day fails", "if fails"],
      ["if it works. It fails", "if a", "iffails"],
    ],
    ["if … fail* … stop", ["if it fails, we all stop"], ["stop if it fails"]],
    ["^when$", ["When", "when:", "**When**", "✅ when?"], ["when to", "say when"]],
    ["^status", ["Status of", "- status"], ["the status"]],
    ["n/a", ["N/A", "(n/a)"], ["na", "n/ab"]],
    ["go/no-go", ["Go/No-Go", "the go/no go call"], ["go no go"]],
    ["can't", ["It can’t", "can't"], ["cant"]],
    ["ロールバック", ["ロールバック手順", "本番ロールバック"], ["ロールアウト"]],
    ["回滚", ["如需回滚请执行"], ["滚回"]],
    ["롤백*", ["롤백을 한다", "롤백"], ["비롤백"]],
    ["zurück*", ["Zurückrollen", "ZURÜCK"], ["vorzurück"]],
  ])("%s", (phrase, found, missed) => {
    const test = finds(phrase);
    expect(found.filter((text) => !test(text))).toEqual([]);
    expect(missed.filter(test)).toEqual([]);
  });

  test("lists by their tags; several languages are one list", () => {
    const lexicon = new Lexicon<"before" | "after">({ before: ["before"], after: ["after"] }, { before: ["vor"] });
    expect([...lexicon.tagsOf("Vor dem Release, after lunch")].sort()).toEqual(["after", "before"]);
    expect(lexicon.tagsOf("during").size).toBe(0);
  });

  test("a list that spells too much is refused", () => {
    expect(() => new Lexicon<"it">({ it: ["a~b~c~d~e~f~g~h~i~j"] })).toThrow("More than 256 spellings");
  });

  test("plain phrases are found where an expression finds them", () => {
    const word = fc.stringMatching(/^[a-c]{1,3}$/);
    const words = fc.array(word, { minLength: 1, maxLength: 3 });
    const text = fc.array(fc.oneof(word, fc.constantFrom(" ", "-", "  ", ".", ",", "1", "é")), { maxLength: 12 });
    fc.assert(
      fc.property(words, text, (phrase, pieces) => {
        const source = pieces.join("");
        const expression = new RegExp(`(?<![\\p{L}\\p{N}])${phrase.join("[\\s_-]+")}(?![\\p{L}\\p{N}])`, "u");
        expect(finds(phrase.join(" "))(source)).toBe(expression.test(source));
      }),
    );
  });
});
