import { describe, expect, it } from "vitest";
import { linkified, safeHref } from "../../../server/src/render/safe-link.ts";

describe("an address", () => {
  it.each([
    "https://example.com/a?b=1",
    "http://example.com",
    "mailto:a@example.com",
    "./docs/a%20b.md",
    "../x.sql",
    "a/b.md",
    "?x",
  ])("may be %s", (address) => {
    expect(safeHref(address)).toBe(address);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\u0000script:alert(1)",
    "\u0001javascript:alert(1)",
    "java\u200Bscript:alert(1)",
    "data:text/html,<script>1</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "command:workbench.action.quit",
    "vscode://file/etc/passwd",
    "blob:https://x/1",
    "//evil.example/x",
    "\\\\evil.example\\x",
    "/\\evil.example",
    "C:\\boot.ini",
    "",
    "\ud800",
  ])("is never %j", (address) => {
    expect(safeHref(address)).toBeUndefined();
  });

  it("is escaped and encoded", () => {
    expect(safeHref('https://example.com/"><script>')).toBe("https://example.com/%22%3E%3Cscript%3E");
    expect(safeHref("./ein weg.md?a=1&b=2")).toBe("./ein%20weg.md?a=1&amp;b=2");
    expect(safeHref("#rollback-plan")).toBe("#at-rollback-plan");
  });

  it("is found in a text", () => {
    expect(linkified('see https://ci.example.com/1, "<b>"')).toBe(
      'see <a href="https://ci.example.com/1">https://ci.example.com/1</a>, &quot;&lt;b&gt;&quot;',
    );
  });
});
