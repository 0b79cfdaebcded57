import { describe, expect, it } from "vitest";
import { URI, Utils } from "vscode-uri";
import { isWithin } from "../../../server/src/workspace/bounds.ts";
import { resolveLink } from "../../../server/src/workspace/related.ts";

const root = "file:///work/shop";

describe("isWithin", () => {
  it.each([
    "file:///work/shop",
    "file:///work/shop/a.md",
    "file:///work/shop/a/b%20c/d.md",
    "file:///work/shop/.github/workflows/x.yml",
    "file:///work/shop/.gitignore",
    "file:///work/shop/..a/b...md",
    "file:///work/shop/my.git/x.md",
  ])("takes %s", (uri) => expect(isWithin(root, uri)).toBe(true));

  it.each([
    "file:///work/shopping/a.md",
    "file:///work",
    "file:///etc/passwd",
    "file:///work/shop/../other/a.md",
    "file:///work/shop/..%2fother/a.md",
    "file:///work/shop/..%5C..%5Cother",
    "file:///work/shop/a%00.md",
    "file:///work/shop/.git/config",
    "file:///work/shop/.GIT/config",
    "file:///work/shop/sub/.git/config",
    "file:///work/shop/.git./config",
    "file:///work/shop/.git%20/config",
    "file:///work/shop/git~1/config",
    "file:///work/shop/.g%E2%80%8Cit/config",
    "file:///work/shop/.git::$INDEX_ALLOCATION/config",
    "file://host/work/shop/a.md",
    "vscode-vfs://github/work/shop/a.md",
    "https://example.com/work/shop/a.md",
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
