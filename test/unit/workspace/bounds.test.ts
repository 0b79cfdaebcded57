import { describe, expect, it } from "vitest";
import { URI, Utils } from "vscode-uri";
import { isWithin } from "../../../server/src/workspace/bounds.ts";
import { resolveLink } from "../../../server/src/workspace/related.ts";

const root = "file:///repos/shop";

describe("isWithin", () => {
  it.each([
    "file:///repos/shop",
    "file:///repos/shop/a.md",
    "file:///repos/shop/a/b%20c/d.md",
    "file:///repos/shop/.github/workflows/x.yml",
    "file:///repos/shop/.gitignore",
    "file:///repos/shop/..a/b...md",
    "file:///repos/shop/my.git/x.md",
  ])("takes %s", (uri) => expect(isWithin(root, uri)).toBe(true));

  it.each([
    "file:///repos/shopping/a.md",
    "file:///work",
    "file:///etc/passwd",
    "file:///repos/shop/../other/a.md",
    "file:///repos/shop/..%2fother/a.md",
    "file:///repos/shop/..%5C..%5Cother",
    "file:///repos/shop/a%00.md",
    "file:///repos/shop/.git/config",
    "file:///repos/shop/.GIT/config",
    "file:///repos/shop/sub/.git/config",
    "file:///repos/shop/.git./config",
    "file:///repos/shop/.git%20/config",
    "file:///repos/shop/git~1/config",
    "file:///repos/shop/.g%E2%80%8Cit/config",
    "file:///repos/shop/.git::$INDEX_ALLOCATION/config",
    "file://host/repos/shop/a.md",
    "vscode-vfs://github/repos/shop/a.md",
    "https://example.com/repos/shop/a.md",
  ])("refuses %s", (uri) => expect(isWithin(root, uri)).toBe(false));

  it("takes all but Git's own folder below the root of a file system", () => {
    expect(isWithin("file:///", "file:///a/b.md")).toBe(true);
    expect(isWithin("file:///", "file:///.git/config")).toBe(false);
  });

  it.each([
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "x/../../../etc/passwd",
    "..\\..\\etc\\passwd",
    ".git/config",
    "./.git/hooks/../config",
  ])("keeps a link to %s from leading out", (target) => {
    const uri = resolveLink(`${root}/a.md`, target);
    expect(uri !== undefined && isWithin(root, uri)).toBe(false);
  });

  it.each(["/etc/passwd", "//host/share", "file:///etc/passwd", "file://host/x", "C:/x", "\\\\host\\share\\x", "~/x"])(
    "never takes %s for a place outside",
    (target) => {
      const uri = resolveLink(`${root}/a.md`, target);
      expect(uri === undefined || uri.startsWith(Utils.dirname(URI.parse(`${root}/a.md`)).toString())).toBe(true);
    },
  );
});
