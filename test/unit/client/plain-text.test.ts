import { expect, it } from "vitest";
import { labelText, noticeText } from "../../../client/src/plain-text.ts";

/** What VS Code makes a link of in a notification, and an icon of in a list. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
const icon = /\$\([\w-]+(?:~[\w-]+)?\)/;

it.each([
  "[x](command:workbench.action.quit)",
  "a\n[x](https://evil.example) b",
  '[[x]](file:///etc/passwd "title")',
  "$(trash) and \\$(bug) $(sync~spin) $$(x)",
  "\u202Egnp.exe\u0007",
])("keeps %j from being more than text", (text) => {
  for (const shown of [noticeText(text), labelText(text)]) expect(shown).not.toMatch(/[\p{Cc}\u202A-\u202E]/u);
  expect(noticeText(text)).not.toMatch(link);
  expect(labelText(text)).not.toMatch(icon);
});

it("leaves ordinary words alone", () => {
  const text = "Release (v2.1.0) [draft]: costs $5, `$HOME`, 日本語";
  expect([noticeText(text), labelText(text)]).toEqual([text, text]);
});
