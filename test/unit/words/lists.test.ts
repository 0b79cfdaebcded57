import { describe, expect, test } from "vitest";
import { slug } from "../../../server/src/text/values/slug.ts";
import { languages } from "../../../server/src/words/languages.ts";
import { inSlugs, inTexts, patternOf } from "../../../server/src/words/phrase.ts";
import { phrasesOf, spellings } from "../../support/spellings.ts";

const lists = languages.flatMap((words) => Object.entries(words).map(([name, list]) => ({ name, list })));
const phrases = lists.flatMap(({ name, list }) => phrasesOf(list).map((phrase) => ({ name, phrase })));

describe("each phrase of each list", () => {
  test("finds itself in a text, however it is written", () => {
    const lost = phrases.flatMap(({ name, phrase }) => {
      const pattern = new RegExp(patternOf(phrase, inTexts), "i");
      const written = spellings(phrase).flatMap((one) => [one, one.toUpperCase(), `(${one})`]);
      return written.filter((one) => !pattern.test(one)).map((one) => `${name}: ${phrase}: ${one}`);
    });
    expect(lost).toEqual([]);
  });

  test("finds itself in a slug, where it is words alone", () => {
    const lost = phrases
      .filter(({ phrase }) => !phrase.includes("-*") && /^[\p{L}\p{N}\p{M}\s*~|[\]_^$-]+$/u.test(phrase))
      .flatMap(({ name, phrase }) => {
        const pattern = new RegExp(patternOf(phrase, inSlugs));
        const slugs = spellings(phrase).map(slug);
        return slugs.filter((one) => !pattern.test(one)).map((one) => `${name}: ${phrase}: ${one}`);
      });
    expect(lost).toEqual([]);
  });

  test("says what no other phrase of its list says", () => {
    const covered = lists.flatMap(({ name, list }) => {
      const each = phrasesOf(list);
      return each.flatMap((phrase) =>
        each
          .filter((other) => other !== phrase && covers(other, phrase))
          .map((other) => `${name}: ${other}: ${phrase}`),
      );
    });
    expect(covered).toEqual([]);
  });

  test("stands in its list once, and is written as lists are read", () => {
    expect(lists.filter(({ list }) => new Set(phrasesOf(list)).size < phrasesOf(list).length)).toEqual([]);
    expect(phrases.filter(({ phrase }) => /[\\(){}+]|\[[^\]]*$|[^^]\^|\$./.test(phrase))).toEqual([]);
  });
});

/** Whether whatever a phrase finds is found by another, too. */
function covers(other: string, phrase: string): boolean {
  if (/[…^$]/.test(other)) return false;
  const before = other.startsWith("*") ? ".*" : "";
  const after = other.endsWith("*") ? ".*" : "";
  const whole = new RegExp(`^${before}${patternOf(other, inTexts)}${after}$`, "is");
  const isOpen = (before === "" && phrase.startsWith("*")) || (after === "" && phrase.endsWith("*"));
  return !isOpen && spellings(phrase).every((one) => whole.test(one));
}

describe("a phrase", () => {
  const finds = (phrase: string, text: string): boolean => new RegExp(patternOf(phrase, inTexts), "i").test(text);

  test.each([
    ["undo", "Undo it."],
    ["verif*", "verification"],
    ["*back", "rollback"],
    ["roll~back", "Roll back!"],
    ["sign|approve[d]", "is approved"],
    ["once|as_soon_as … fails", "As soon as a check of ours fails"],
    ["if …… fails", `if ${"very ".repeat(30)}much fails`],
    ["[the] release", "the release"],
    ["[the] [next] release", "the next release"],
    ["^[the] [next] release$", "Next release"],
    ["pre~ release|launch", "prelaunch"],
    ["^should", "No. Should it fail"],
    ["done$", "is done.)"],
    ["can't", "can’t"],
    ["überprüf*", "Wir überprüfen das"],
    ["回滚", "立即回滚数据库"],
    ["ロールバック", "直ちにロールバックする"],
  ])("%s is found in %s", (phrase, text) => expect(finds(phrase, text)).toBe(true));

  test.each([
    ["undo", "undone"],
    ["verif*", "reverify"],
    ["*back", "backward"],
    ["*back", "rollbacks"],
    ["roll~back", "roll it back"],
    ["once … fails", "Once. It fails"],
    ["once … fails", `once ${"very ".repeat(30)}much fails`],
    ["^should", "it should fail"],
    ["done$", "done twice"],
    ["tat", "état"],
    ["test", "testé"],
    ["", "anything"],
  ])("%s is not found in %s", (phrase, text) => expect(finds(phrase, text)).toBe(false));
});
