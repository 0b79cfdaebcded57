import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..", "..", "..");
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const pages = [".", "docs", "docs/rules"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name)),
);

/** Targets of links and images, and what stands in backticks, of a page. */
function named(page: string): { readonly targets: readonly string[]; readonly codes: readonly string[] } {
  const inlines = new MarkdownIt({ html: true }).parse(read(page), {}).flatMap(({ children }) => children ?? []);
  const targets = inlines.flatMap((token) => [token.attrGet("href"), token.attrGet("src")]);
  return {
    targets: targets.filter((target) => target !== null).map(String),
    codes: inlines.filter(({ type }) => type === "code_inline").map(({ content }) => content),
  };
}

describe.each(pages)("%s", (page) => {
  it("links to what is there", () => {
    const files = named(page).targets.filter((target) => !/^(?:[a-z]+:|#)/.test(target));
    const missing = files.filter((target) => {
      const [path = ""] = decodeURIComponent(target).split("#");
      return !existsSync(join(root, dirname(page), path));
    });
    expect(missing).toEqual([]);
  });
});

describe.each(["CONTRIBUTING.md", "docs/architecture.md", "docs/adding-a-rule.md"])("%s", (page) => {
  const { codes } = named(page);

  it("names files and folders that are there", () => {
    const folders = /^(?:\.vscode|client|server|docs|examples|schemas|scripts|snippets|test)\//;
    const inSource =
      /^(?:text|words|document|schema|stage|workspace|rules|verdict|convert|engine|language|render|lsp|cli)\//;
    const made = /NAME|scope[/-]+critical-owner|\/generated$/;
    const paths = codes.filter((code) => !made.test(code) && !code.includes(" "));
    const missing = paths.filter(
      (path) =>
        (folders.test(path) && !existsSync(join(root, path))) ||
        (inSource.test(path) && !existsSync(join(root, "server", "src", path))),
    );
    expect(missing).toEqual([]);
  });

  it("names scripts of package.json", () => {
    const { scripts } = JSON.parse(read("package.json"));
    const called = [...read(page).matchAll(/npm run ([\w:-]+)/g)].map(([, name = ""]) => name);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe("docs/architecture.md", () => {
  it("has a paragraph for each folder, in the order of the check", () => {
    const printed = execFileSync(process.execPath, [join(root, "scripts/check-imports.mjs")], { encoding: "utf8" });
    const layers = printed.split(":")[0]?.split(" < ") ?? [];
    const [, below = ""] = read("docs/architecture.md").split("## The folders");
    const told = [...below.matchAll(/^\*\*([a-z]+)\*\*/gm)].map(([, name]) => name);
    expect(told).toEqual([...layers, "client"]);
  });
});
