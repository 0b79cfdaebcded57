/** A text that grows by repeating itself, made to be slow or deep to read. */
export interface HostileShape {
  readonly name: string;
  /** The name of the file that it stands in. */
  readonly file: "runbook.md" | "release-manifest.yaml" | ".release-docs.yaml";
  /** A text of about this many characters. */
  text(size: number): string;
}

const runbook = (status: string): string =>
  `---\nkind: ReleaseRunbook\nstatus: ${status}\n---\n\n# Release Runbook: v1.2.0\n\n`;
const manifest =
  "apiVersion: release-docs/v1\nkind: ReleaseManifest\nrelease:\n  id: v1.2.0\n  status: in-progress\n  date: 2026-12-04\n";

/** A unit, or one made for each index, as often as it fits. */
type Unit = string | ((index: number) => string);

function filled(size: number, unit: Unit): string {
  if (typeof unit === "string") return unit.repeat(Math.max(1, Math.floor(size / unit.length)));
  const pieces: string[] = [];
  for (let length = 0, index = 0; length < size; index++) {
    const piece = unit(index);
    pieces.push(piece);
    length += piece.length;
  }
  return pieces.join("");
}

type Row = readonly [name: string, unit: Unit, before?: string, after?: string];

const markdown = ([name, unit, before = "", after = ""]: Row): HostileShape => ({
  name: `md: ${name}`,
  file: "runbook.md",
  text: (size) => `${runbook("in-progress")}${before}${filled(size, unit)}${after}\n`,
});

const frontMatter = ([name, unit, before = "", after = ""]: Row): HostileShape => ({
  name: `front matter: ${name}`,
  file: "runbook.md",
  text: (size) =>
    `---\nkind: ReleaseRunbook\n${before}${filled(size, unit)}${after}\n---\n\n# Release Runbook: v1.2.0\n\n- [ ] Backups verified\n`,
});

const yaml = ([name, unit, before = "", after = ""]: Row): HostileShape => ({
  name: `yaml: ${name}`,
  file: "release-manifest.yaml",
  text: (size) => `${manifest}${before}${filled(size, unit)}${after}\n`,
});

const configuration = ([name, unit, before = "", after = ""]: Row): HostileShape => ({
  name: `configuration: ${name}`,
  file: ".release-docs.yaml",
  text: (size) => `${before}${filled(size, unit)}${after}\n`,
});

const fence = (language: string): readonly [string, string] => [`\`\`\`${language}\n`, "\n```"];

/** Beside each other: many of what is ordinary by itself. */
const many: readonly Row[] = [
  ["gates", (n) => `- [ ] Gate ${n} verified by @bob\n`],
  [
    "gates that are checked, failed and waived",
    (n) => `- [x] Gate ${n} (@bob, 2026-11-30)\n- [ ] ❌ Step ${n}\n- [ ] Gate (waived by @a: no need)\n`,
  ],
  ["waivers without a reason", (n) => `- [ ] Gate ${n} (waived by @a)\n`],
  ["headings", (n) => `## Section ${n}\n\n`],
  ["headings of one name", "## Rollback\n\n1. Undo\n\n"],
  ["headings of all levels", (n) => `${"#".repeat((n % 6) + 1)} Phase ${n % 7}\n\n- [ ] x ${n}\n`],
  ["numbered headings out of step", (n) => `## ${n * 2}. Step\n\ntext\n\n`],
  [
    "rows of gates",
    (n) => `| ${n} | Check ${n} | [ ] | @bob | 2026-11-30 |\n`,
    "## Pre-Release\n\n| # | Check | Done | Owner | Date |\n|---|---|---|---|---|\n",
  ],
  [
    "rows of work items",
    (n) => `| #${n} | Title ${n} | @bob | high | flag |\n`,
    "## Scope\n\n| ID | Title | Owner | Risk | Rollback |\n|---|---|---|---|---|\n",
  ],
  ["columns", "| a ", "## Scope\n\n", "|\n"],
  ["boxes below columns", "| [ ] ", `## Scope\n\n${"| c ".repeat(30)}|\n${"|---".repeat(30)}|\n`, "|\n"],
  ["rows of thirty boxes", `|${" [ ] |".repeat(30)}\n`, `## Scope\n\n${"| c ".repeat(30)}|\n${"|---".repeat(30)}|\n`],
  ["tables", (n) => `| A | B |\n|---|---|\n| ${n} | [ ] |\n\n`],
  ["steps", (n) => `${n}. Do ${n}\n   \`\`\`sh\n   run ${n}\n   \`\`\`\n`, "## Rollback Procedure\n\n"],
  ["blanks in brackets", "[Name] [X.Y.Z] TBD YYYY-MM-DD ____ {{DATE}} "],
  ["blanks a line", "- Owner: [Name/Role]\n- **Date:** YYYY-MM-DD\n"],
  ["TBD", "TBD "],
  ["links", (n) => `[a ${n}](./b${n}.md#c) `],
  ["links to anchors", (n) => `See [it](#section-${n}).\n\n`],
  ["definitions", (n) => `[l${n}]: ./a${n}.md\n`, "", "\n\n[l1] [l2] [none]\n"],
  ["uses of definitions", (n) => `[a][l${n}] [l${n}] `],
  ["directives that are not used", "<!-- release-docs-disable-next-line gates/unchecked -- why -->\n"],
  ["directives that open", "<!-- release-docs-disable gates/unchecked -->\n- [ ] a\n"],
  ["fields", (n) => `**Field ${n}:** value ${n}\n`],
  ["dates", "**Release date:** 2026-13-45\n**Start:** 31/02/2026\n"],
  [
    "sign-offs",
    (n) => `| Role ${n} | @a | [ ] Approved [ ] Rejected | 2026-11-30 |\n`,
    "## Sign-off\n\n| Role | Name | Decision | Date |\n|---|---|---|---|\n",
  ],
  ["fences", "```text\n- [ ] a\n```\n"],
  ["fences of YAML with tags", "```yaml\n- [ ] a\nx: |\n  b\n!a !a !a !a !a !a !a !a !a !a\n```\n"],
  ["a fenced checklist", (n) => `- [ ] Gate ${n}\n`, ...fence("text")],
  ["versions", "git tag v1.2.3 && git push origin v9.9.9\n", ...fence("sh")],
  ["mentions", "@alice #1235 v1.2.0 "],
];

/** On one line, unclosed, nested, repeated: what patterns trip over. */
const runs: readonly Row[] = [
  ["boxes on one line", "[ ] "],
  ["boxes of a list item", "[ ] a ", "- "],
  ["boxes of a table cell", "☐ Yes ☐ No ", "| Check | Done |\n|---|---|\n| a | ", "|\n"],
  ["open brackets", "["],
  ["open links", "[]("],
  ["a link of tabs", "\t", "[]("],
  ["a link of blanks", " ", "[a](<"],
  ["open angles", "<"],
  ["open tags", '<a href="'],
  ["tags", "<details><summary>a</summary>"],
  ["open comments", "<!-- "],
  ["comments", "<!-- a -->"],
  ["a comment of dashes", "-", "<!-- ", " -->"],
  ["stars", "*"],
  ["stars and letters", "*a **b _c __d "],
  ["underscores", "_"],
  ["backticks", "`"],
  ["backticks of many lengths", (n) => `${"`".repeat(n % 97)} `],
  ["tildes", "~"],
  ["quotes", "> "],
  ["quotes of boxes", "> - [ ] a\n"],
  ["dashes", "- "],
  ["dashes that underline", "a\n-\n"],
  ["list stairs", (n) => `${"  ".repeat(n % 90)}- [ ] a\n`],
  ["numbers", "1. "],
  ["hashes", "#"],
  ["heading of blanks", " ", "# a", "#"],
  ["bars", "|"],
  ["a table of dashes", "|-"],
  ["colons", ":"],
  ["colons and blanks", ": "],
  ["bold labels", "**a:** "],
  ["open bold labels", "**a: "],
  ["blanks", " "],
  ["tabs", "\t"],
  ["empty lines", "\n"],
  ["lines of blanks", "   \t \n"],
  ["carriage returns", "\r"],
  ["no-break spaces", "\u00a0"],
  ["zero-width characters", "[\u200b ] a\n- [\u200bx] b\n"],
  ["one long word", "a"],
  ["one long number", "9"],
  ["a word and digits", "a1"],
  ["capitals", "Aa "],
  ["addresses", "https://a.b/c "],
  ["an address", "a/", "- [x] Load test (results of https://"],
  ["e-mail", "a@b."],
  ["parentheses", "("],
  ["pairs of parentheses", "()"],
  ["a gate of parentheses", "(waived by @a: ", "- [ ] a "],
  ["a gate of reasons", "(N/A: a) ", "- [ ] a "],
  ["a gate of dashes", " - ", "- [ ] a"],
  ["a gate of signatures", "@a 2026-11-30 ", "- [x] a "],
  ["a gate of ellipses", "… ", "- [ ] a "],
  ["emphasis in a gate", "**a** ", "- [ ] "],
  ["slashes", "a / "],
  ["choices", "[A/B] "],
  ["entities", "&amp;&#x41;&"],
  ["backslashes", "\\"],
  ["surrogates", "\ud83d\ude00\ud83d"],
  ["right to left", "\u202eא "],
  ["NUL", "\0"],
  ["braces", "{{ "],
  ["pairs of braces", "{{a}}"],
  ["dollars", "${"],
  ["times", "10:05 2h30m 5% "],
  ["arrows", "-> => → "],
  ["ticks", "✅ ❌ ☐ "],
  ["status words", "Draft / Reviewed / Approved "],
];

const charts: readonly Row[] = [
  ["gantt, tasks", (n) => `Task ${n} :a${n}, 2026-12-01, 1d\n`, "```mermaid\ngantt\ndateFormat YYYY-MM-DD\n", "```"],
  [
    "gantt, a chain",
    (n) => `Task ${n} :a${n}, after a${n - 1}, 1d\n`,
    "```mermaid\ngantt\ndateFormat YYYY-MM-DD\nA :a0, 2026-12-01, 1d\n",
    "```",
  ],
  [
    "gantt, after many",
    (n) => `a${n} `,
    "```mermaid\ngantt\ndateFormat YYYY-MM-DD\nA :a0, 2026-12-01, 1d\nB :b, after ",
    ", 1d\n```",
  ],
  ["gantt, sections", (n) => `section S${n}\n`, "```mermaid\ngantt\n", "```"],
  ["gantt, front matter", "\n", "```mermaid\n---\n", "```"],
  ["gantt, rules and blanks", "---\n\n", "```mermaid\n", "```"],
  ["gantt, colons", ":", "```mermaid\ngantt\n", "\n```"],
  ["gantt, commas", ",", "```mermaid\ngantt\nA :", "\n```"],
  ["gantt, a date format", "YYYY-MM-DD ", "```mermaid\ngantt\ndateFormat ", "\nA :a, 2026-12-01, 1d\n```"],
];

const scalars: readonly Row[] = [
  ["quoted brackets", '["]",', "x: "],
  ["brackets", "[", "x: "],
  ["braces", "{a: ", "x: "],
  ["pairs of brackets", "[a],", "x: [", "]"],
  ["dashes", "- "],
  ["question marks", "? "],
  ["colons", ": "],
  ["keys on a line", "a: "],
  ["keys of keys", "a: b:\n"],
  ["flow keys", "[a]: "],
  ["tags", "!a "],
  ["anchors", "&a "],
  ["aliases of aliases", (n) => `k${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`, "k: &a0 [1]\n"],
  ["a chain of aliases", (n) => `k${n}: &a${n} [*a${n - 1}]\n`],
  ["merges", (n) => `k${n}: &a${n}\n  <<: *a${n - 1}\n  b${n}: 1\n`],
  ["unknown aliases", (n) => `k${n}: *none\n`],
  ["open double quotes", 'k: "a\n'],
  ["open single quotes", "k: 'a\n"],
  ["a quote of lines", "a\n\n  ", 'k: "'],
  ["apostrophes", "''", "k: '"],
  ["backslashes", "\\", 'k: "'],
  ["block scalars", (n) => `k${n}: |\n  a: [\n\n`],
  ["a block of empty lines", "\n", "k: |+\n  a\n"],
  ["a block of blanks", " ", "k: >\n"],
  ["comments", "# a\n"],
  ["a comment", "#", "k: 1 "],
  ["directives", "# release-docs-disable-next-line gates/unchecked -- a\n"],
  ["stairs", (n) => `${" ".repeat(n % 98)}a${n}:\n`],
  ["tabs", "\t"],
  ["carriage returns", "k: 1\r"],
  ["empty lines", "\n"],
  ["documents", "---\na: 1\n"],
  ["unknown keys", (n) => `key${n}: 1\n`],
  ["keys nearly known", (n) => `relase${n % 9}: 1\n`],
  ["one key", "k: 1\n"],
  ["plain words", "a b ", "k: "],
  ["a plain value of colons", "a: b ", "k: "],
  ["placeholders", "[Name] ", "k: "],
  ["values that YAML keeps", "k: @bob\n"],
  ["percent", "k: %a\n"],
  ["a long key", "k"],
  ["dates", "k: 2026-13-45\n"],
];

const items: readonly Row[] = [
  ["work items", (n) => `  - id: "#${n}"\n    title: Change ${n}\n    risk: high\n`, "scope:\n"],
  ["one work item, again and again", '  - id: "1"\n    owner: "[Name]"\n', "scope:\n"],
  ["items of unknown keys", (n) => `  - { id: "#${n}", ridk: low, titel: a }\n`, "scope:\n"],
  [
    "migrations",
    (n) => `    - id: "m${n}"\n      strategy: expand\n      checked: false\n`,
    "migrations:\n  database:\n",
  ],
  ["an order of migrations", (n) => `    - m${n}\n`, "migrations:\n  order:\n"],
  ["gates", (n) => `    - gate: Gate ${n}\n      checked: false\n`, "checklist:\n  preRelease:\n"],
  ["gates of one name", "    - gate: Gate\n", "checklist:\n  preRelease:\n"],
  [
    "phases",
    (n) =>
      `    - name: P${n}\n      traffic: ${n % 101}%\n      status: pending\n      abortWhen: ["error rate > ${n % 9}%"]\n`,
    "rollout:\n  phases:\n",
  ],
  ["approvals", (n) => `  - { role: R${n}, required: true }\n`, "approvals:\n"],
  ["milestones", (n) => `  - { name: M${n}, date: 2026-11-${10 + (n % 20)} }\n`, "milestones:\n"],
  ["rollback steps", (n) => `    - step: Undo ${n}\n      duration: 2m\n`, "rollback:\n  steps:\n"],
  ["owners", (n) => `    - "@o${n}"\n`, "more:\n  owners:\n"],
  ["a flow of items", (n) => `{id: "#${n}", title: a}, `, "scope: [", "]"],
];

const settings: readonly Row[] = [
  ["unknown keys", (n) => `key${n}: 1\n`],
  ["rules", (n) => `  rule/r${n}: error\n`, "rules:\n"],
  ["one rule", "  gates/unchecked: error\n", "rules:\n"],
  ["globs", (n) => `  - "**/a${n}/**/*.md"\n`, "discovery:\n"],
  ["a glob of stars", "*a", 'documents: [{ files: "', '", kind: ReleaseRunbook }]'],
  ["a glob of braces", "{a,", 'documents: [{ files: "', '", kind: ReleaseRunbook }]'],
  ["a glob of classes", "[!a", 'discovery: ["', '"]'],
  ["statuses", (n) => `  "word ${n}": approved\n`, "statuses:\n"],
  ["section titles", (n) => `    - Title ${n}\n`, "sections:\n  rollback-procedure:\n"],
  ["freezes", (n) => `  - { from: 2026-12-20, to: 2027-01-02, reason: R${n} }\n`, "freeze:\n"],
  ["overrides", (n) => `  - { files: "a${n}/**", rules: { "structure/*": off } }\n`, "overrides:\n"],
  ["quoted brackets", '["]",', "rules: "],
  ["brackets", "[", "discovery: "],
  ["tags", "!a "],
  ["aliases of aliases", (n) => `k${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`],
];

/** Every shape that is tried by name. */
export const hostileShapes: readonly HostileShape[] = [
  ...[...many, ...runs, ...charts].map(markdown),
  ...[...runs.slice(0, 8), ...scalars].map(frontMatter),
  ...[...scalars, ...items].map(yaml),
  ...settings.map(configuration),
];

/** What random mixes are made of. */
export const hostilePieces: Readonly<Record<"markdown" | "yaml", readonly Unit[]>> = {
  markdown: [...many, ...runs, ...charts].flatMap(([, unit, before = "", after = ""]) => [unit, before, after]),
  yaml: [...scalars, ...items].flatMap(([, unit, before = "", after = ""]) => [unit, before, after]),
};

/** A document around a text, so that it is ours. */
export const hostileDocument = (format: "markdown" | "yaml", text: string): string =>
  format === "markdown" ? `${runbook("approved")}${text}` : `${manifest}${text}`;
