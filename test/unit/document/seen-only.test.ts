import { describe, expect, it } from "vitest";
import { seenOnly } from "../../../server/src/text/markdown/seen-only.ts";

const seen = (source: string): string => seenOnly(source).trim().replace(/ +/g, " ");

describe("what a reader of the rendered text sees", () => {
  it.each([
    ['Backups [](x "(waived by @a: ok)")', "Backups"],
    ["Backups [](<a b> '(N/A: x)') done", "Backups done"],
    ["Backups [log](https://ci.example.com/1 (ok))", "Backups log"],
    ["[Backups][(waived by @a: ok)]", "Backups"],
    ["Backups ![(waived by @a: ok)](x)", "Backups"],
    ["Backups ![a ![b](c)](d)", "Backups"],
    ["Backups <!-- (N/A: no) -->", "Backups"],
    ['Backups <i title="(waived by @a: ok)">now</i>', "Backups now"],
    ["Backups <span hidden>❌</span>", "Backups"],
    ['Backups <b style="font-size:0">❌ <b>x</b></b> y', "Backups y"],
    ["Backups <iframe/> ❌", "Backups"],
    ["a&#8203;b &zwnj; &amp; &#x200b;", "a b &amp;"],
    ["Plan {#template} {.x}", "Plan"],
    ["`<b>` \\[x](y) <https://x.example> [ ] [x] a [link", "`<b>` \\[x](y) <https://x.example> [ ] [x] a [link"],
    ["a < b > c, [x] (y), {a: b}, 5 & 6", "a < b > c, [x] (y), {a: b}, 5 & 6"],
  ])("%s", (source, expected) => {
    expect(seen(source)).toBe(expected);
    expect(seenOnly(source)).toHaveLength(source.length);
  });

  it.each([
    "[](a",
    '[](x "',
    "![",
    "<a ",
    '<a "',
    "<a '\"",
    "[](((",
    "<span hidden>",
    "&#",
    "{#",
    "[a][",
    "<!--",
    "\\",
  ])("takes a time that grows with the text: %s", (piece) => {
    const took = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      const start = performance.now();
      seenOnly(text);
      return performance.now() - start;
    };
    took(20_000);
    expect(took(100_000)).toBeLessThan(1500);
  });
});
