import type { Random } from "./random.ts";

type Some<Item> = readonly [Item, ...Item[]];

/** What is pasted or typed: what each format is made of, and what breaks it. */
const anywhere: Some<string> = [
  "x",
  " ",
  "\n",
  "\n\n",
  "\r\n",
  "\r",
  "\t",
  "  ",
  "#",
  "- ",
  "[",
  "]",
  "(",
  ")",
  "`",
  "*",
  "_",
  ">",
  "|",
  "\\",
  "TBD",
  "[Name/Role]",
  "vX.Y.Z",
  "YYYY-MM-DD",
  "___",
  "2026-12-04",
  "é",
  "✅",
  "☐",
  "\ud83d",
  "\u0000",
  "\ufeff",
  "---\n",
  "...\n",
];
const yaml: Some<string> = [
  "\n  ",
  ": ",
  '"',
  "'",
  "{",
  "}",
  "@",
  "|\n",
  "> 1%",
  "&a ",
  "*a",
  "key: value\n",
  "  - gate: New\n    checked: false\n",
  "    - gate: Twice\n",
  "# release-docs-disable-file rollback/*\n",
  "# release-docs-disable-next-line gates/unchecked -- agreed\n",
  "scope:\n",
  "rollback:\n",
  "  rollback: { script: ./undo.sql }\n",
  "? ",
  "!tag ",
  "<<: *a\n",
  "%YAML 1.2\n",
  "#1235",
  "status: in-progress\n",
  "order: [a, b]\n",
  "checked: true",
  "runbook: ./runbook.md\n",
];
const markdown: Some<string> = [
  "# ",
  "\n# Again\n",
  "\n### Part\n\n- [ ] Backups verified\n",
  "\n#### checkout\n\n- [ ] It answers\n",
  "\n### Phase 3: Half (50%)\n",
  "\n## Rollback Procedure\n\n",
  "\n### Triggers\n\n",
  "\n===\n",
  "\n---\n",
  "- [ ] New gate\n",
  "- [x] ",
  "[ ]",
  "[x]",
  "| a | [ ] |\n",
  "|---|---|\n",
  "\n```\n",
  "```yaml\n",
  "~~~\n",
  "<!--",
  "-->",
  "<!-- release-docs-disable-next-line gates/unchecked -- agreed -->\n",
  "<!-- release-docs-disable-file rollback/* -->\n",
  "<div>\n",
  "</div>\n",
  "<script>",
  "[ref]: ./runbook.md\n",
  "[ref]",
  "[Name]: https://example.com\n",
  "(./none.md#there)",
  "**Status:** In progress\n",
  "1. Disable the flag\n",
  "    indented\n",
  "> ",
  "~~",
  " (waived by @a: low risk)",
  "\n## Rollback Procedure\n1. Redeploy\n2. Verify\n",
  "Step 1: Redeploy\n",
];

const snippets: Readonly<Record<"yaml" | "markdown", Some<string>>> = {
  yaml: [...yaml, ...anywhere],
  markdown: [...markdown, ...anywhere],
};

/** One person at one text: what was typed can be undone. */
export class Writer {
  readonly #random: Random;
  readonly #snippets: Some<string>;
  readonly #before: string[] = [];
  text: string;
  /** What was done last, for the report of a difference. */
  last = "opened";

  constructor(random: Random, format: "yaml" | "markdown", text: string) {
    this.#random = random;
    this.#snippets = snippets[format];
    this.text = text;
  }

  /** Does one thing that people do to a text. */
  edit(): void {
    const kinds: Some<keyof typeof this.acts> = [
      "insert",
      "insert",
      "insert",
      "letter",
      "letter",
      "delete",
      "delete",
      "deleteLines",
      "word",
      "tick",
      "moveBlock",
      "copyBlock",
      "moveSection",
      "copySection",
      "changeLevel",
      "manyCursors",
      "indent",
      "undo",
      "undo",
      "lineBreaks",
      "cut",
    ];
    const kind = this.#random.pick(kinds);
    const next = this.acts[kind]();
    this.last = kind;
    if (kind !== "undo") this.#before.push(this.text);
    this.text = next.length > 30_000 ? next.slice(0, 15_000) : next;
  }

  readonly acts = {
    insert: () => this.#put(this.#anywhere(), 0, this.#random.pick(this.#snippets)),
    letter: () => this.#put(this.#anywhere(), 0, this.#random.pick(["a", "e", "1", " ", "-", ".", ":", "S"])),
    delete: () => this.#put(this.#anywhere(), 1 + this.#random.below(40), ""),
    deleteLines: () => this.#lines((lines, from, count) => [...lines.slice(0, from), ...lines.slice(from + count)]),
    word: () => {
      const words = [...this.text.matchAll(/\w+/g)];
      const word = words[this.#random.below(words.length)];
      return word === undefined ? this.text : this.#put(word.index, word[0].length, this.#random.pick(this.#snippets));
    },
    tick: () => {
      const boxes = [...this.text.matchAll(/\[[ x]\]|\b(?:true|false)\b/g)];
      const box = boxes[this.#random.below(boxes.length)];
      if (box === undefined) return this.text;
      const other = { "[ ]": "[x]", "[x]": "[ ]", true: "false", false: "true" }[box[0]] ?? box[0];
      return this.#put(box.index, box[0].length, other);
    },
    moveBlock: () =>
      this.#lines((lines, from, count) => {
        const rest = [...lines.slice(0, from), ...lines.slice(from + count)];
        const to = this.#random.below(rest.length + 1);
        return [...rest.slice(0, to), ...lines.slice(from, from + count), ...rest.slice(to)];
      }),
    copyBlock: () =>
      this.#lines((lines, from, count) => {
        const to = this.#random.below(lines.length + 1);
        return [...lines.slice(0, to), ...lines.slice(from, from + count), ...lines.slice(to)];
      }),
    moveSection: () =>
      this.#sections((sections, from, to) => {
        const rest = [...sections.slice(0, from), ...sections.slice(from + 1)];
        return [...rest.slice(0, to), ...sections.slice(from, from + 1), ...rest.slice(to)];
      }),
    copySection: () =>
      this.#sections((sections, from, to) => [
        ...sections.slice(0, to),
        ...sections.slice(from, from + 1),
        ...sections.slice(to),
      ]),
    changeLevel: () => {
      const headings = [...this.text.matchAll(/^#+(?= )/gm)];
      const heading = headings[this.#random.below(headings.length)];
      if (heading === undefined) return this.text;
      return this.#put(heading.index, heading[0].length, "#".repeat(1 + this.#random.below(6)));
    },
    manyCursors: () => {
      const snippet = this.#random.pick(this.#snippets);
      const cursors = Array.from({ length: 2 + this.#random.below(4) }, () => this.#anywhere()).sort((a, b) => b - a);
      return cursors.reduce((text, at) => text.slice(0, at) + snippet + text.slice(at), this.text);
    },
    indent: () => {
      const deeper = this.#random.below(2) === 0;
      return this.#lines((lines, from, count) =>
        lines.map((line, at) =>
          at < from || at >= from + count ? line : deeper ? `  ${line}` : line.replace(/^ {1,2}/, ""),
        ),
      );
    },
    undo: () => this.#before.pop() ?? this.text,
    lineBreaks: () =>
      this.text.includes("\r\n") ? this.text.replaceAll("\r\n", "\n") : this.text.replaceAll(/\r?\n/g, "\r\n"),
    cut: () => {
      const from = this.#anywhere();
      return this.#random.below(8) === 0 ? this.text.slice(0, from) : this.#put(from, this.#random.below(400), "");
    },
  };

  #anywhere(): number {
    return this.#random.below(this.text.length + 1);
  }

  #put(at: number, removed: number, put: string): string {
    return this.text.slice(0, at) + put + this.text.slice(at + removed);
  }

  /** Runs from one heading, or top-level key, to the next. */
  #sections(change: (sections: readonly string[], from: number, to: number) => readonly string[]): string {
    const sections = this.text.split(/^(?=#+ |[a-z]\w*:)/m);
    return change(sections, this.#random.below(sections.length), this.#random.below(sections.length)).join("");
  }

  #lines(change: (lines: readonly string[], from: number, count: number) => readonly string[]): string {
    const lines = this.text.split("\n");
    return change(lines, this.#random.below(lines.length), 1 + this.#random.below(12)).join("\n");
  }
}
