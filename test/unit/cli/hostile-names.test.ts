import { beforeEach, describe, expect, it } from "vitest";
import { createNodeFileSystem } from "../../../server/src/cli/files/node-file-system.ts";
import { createReleaseDocsService, type ServiceSettings } from "../../../server/src/engine/service.ts";
import { type Called, call } from "./call.ts";
import { folderForEach } from "./temporary-folder.ts";

/** Names that Linux takes: a command for a runner, colours, line breaks, what reorders a line, marks of every format. */
const names = [
  "::error title=x::Go.md",
  " ::warning::blank first.md",
  "a\n::error::second line.md",
  "a\r::error::carriage return.md",
  "a\u2028::error::separator.md",
  "##[error]x.md",
  "##vso[task.setvariable variable=x]y.md",
  "##teamcity[x].md",
  "\u001B[2Jcleared.md",
  "\u001B]8;;https:evil.example\u0007link.md",
  "\u202Edm.gpj.md",
  "%0A::error::encoded.md",
  "a%25,b:c.md",
  "-o.md",
  "<img src=x onerror=y>.md",
  "](https:evil.example)![x](y).md",
  "`code` **bold** | table @everyone.md",
  "quote\" ' ]]> &amp;.md",
  "www.evil.example a@evil.example.md",
  "[x](command:workbench.action.quit) $(trash).md",
];
const words =
  "::error::Go ##[error]x \u001B[2J\u202E ![i](https://evil.example/i.png) <img src=x> [l](command:x) @everyone ]]> `";

const body = `---
kind: ReleaseRunbook
status: Approved
version: "${words.replaceAll("\u001B", "\\e").replaceAll("\u202E", "\\u202e")}"
---
# Release Runbook: ${words}

::error::a paragraph of the page

## Pre-Release Checklist

- [ ] ${words}
- [ ] Backups verified (waived by ${words}: ${words})
- [ ] Backups verified (waived by @a: see https://evil.example ${words})

## Rollback Procedure

**Rollback owner:** ${words}

See [it](./none-${encodeURIComponent(words)}.md).
`;

/** Shapes verdicts, and is told with them. */
const quoted = JSON.stringify(words);
const configuration = `discovery: ["**/*.md", "!${"**/* .md"}"]
rules: { gates/unchecked: hint }
statuses: { Approved: in-progress, ${quoted}: approved }
sections: { rollback-procedure: [${quoted}, "Rollback Procedure"] }
freeze: [{ from: 2026-12-01, to: 2026-12-31, reason: ${quoted} }]
`;

describe("names of files and texts of authors that are meant for somebody else than a reader", () => {
  const folder = folderForEach();
  const run = (line: readonly string[], environment = {}): Promise<Called> =>
    call(line, {
      cwd: folder.path,
      environment,
      createService: (settings: ServiceSettings) =>
        createReleaseDocsService({ files: createNodeFileSystem(folder.path), today: () => "2026-12-04" }, settings),
    });
  beforeEach(() => {
    folder.write(Object.fromEntries(names.map((name) => [name, body])));
    folder.write({ ".release-docs.yaml": configuration });
  });

  /** What GitHub's runner, Azure's agent, TeamCity and a terminal would do something for. */
  const obeyed = (text: string): readonly string[] =>
    text
      .split(/\r\n|[\r\n\u0085\u2028\u2029]/)
      .filter(
        (line) =>
          /^\s*::/.test(line) || /##\w*\[/.test(line) || /(?![\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(line),
      );
  const formats = {
    check: ["text", "json", "junit", "markdown", "sarif"],
    verdict: ["text", "json", "markdown"],
  } as const;

  it.each(Object.entries(formats).flatMap(([command, all]) => all.map((format) => [command, format] as const)))(
    "obeys nothing in %s --format %s",
    async (command, format) => {
      const { stdout, stderr } = await run([command, "--format", format]);
      expect(stdout.length).toBeGreaterThan(names.length * 100);
      expect(obeyed(stdout + stderr)).toEqual([]);
    },
  );

  const colour = new RegExp(`${"\u001B"}\\[\\d+m`, "g");

  it("obeys nothing in colours", async () => {
    const { stdout } = await run(["verdict", "--color"]);
    expect(obeyed(stdout.replaceAll(colour, ""))).toEqual([]);
  });

  it("writes commands of its own alone to GitHub: one for each finding", async () => {
    const { documents } = JSON.parse((await run(["check", "--format", "json"])).stdout);
    const { stdout } = await run(["check", "--format", "github"], { GITHUB_ACTIONS: "true" });
    const written = stdout.trimEnd().split(/[\r\n]/);
    const lines = written.filter((line) => !/^::notice title=release-docs[^:,]*::What shaped this verdict/.test(line));
    expect(written.length - lines.length).toBe(1);
    expect(lines).toHaveLength(documents.flatMap(({ findings }: { findings: unknown[] }) => findings).length);
    const unescaped = (text: string): string =>
      text
        .replaceAll("%0D", "\r")
        .replaceAll("%0A", "\n")
        .replaceAll("%3A", ":")
        .replaceAll("%2C", ",")
        .replaceAll("%25", "%");
    const files = lines.map((line) => {
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=[^,]*,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=release-docs [a-z/-]+::/,
      );
      return unescaped(/file=([^,]*)/.exec(line)?.[1] ?? "");
    });
    expect(new Set(files)).toEqual(new Set(names));
  });

  it.each(names)("obeys nothing in what is said of %j alone", async (name) => {
    const path = `./${name}`;
    for (const line of [
      ["explain", path],
      ["inspect", path],
      ["render", path],
      ["check", "--quiet", `${path}-is-not-there.md`],
      ["convert", path],
      ["new", "runbook", "-o", `${path}.new.md`],
      ["check", "--fix", path],
      ["check", "--config", path, path],
      ["check", "--baseline", `./${name}.json`, "--update-baseline", path],
      ["check", "--baseline", path, path],
    ]) {
      const { stdout, stderr } = await run(line);
      expect([line[0], obeyed(stdout), obeyed(stderr)]).toEqual([line[0], [], []]);
    }
  });
});
