/** A syntax error in our words. */
export interface Sentence {
  readonly message: string;
  /** What to mark when the parser's own span does not show it. */
  readonly mark?: "line" | "quote" | "bracket";
  /** Errors that are told apart further by their line. */
  readonly kind?: "nested-map" | "list-as-key";
}

const noColon: Sentence = {
  message: "This line has no colon: write it as `key: value`, or indent it to continue the line above",
  mark: "line",
};

const rules: readonly (readonly [code: string, message: RegExp, sentence: Sentence])[] = [
  ["TAB_AS_INDENT", /./, { message: "This line is indented with a tab: YAML indents with spaces only" }],
  [
    "MISSING_CHAR",
    /closing .quote/,
    { message: "This quote is never closed: add the same quote at the end of the value", mark: "quote" },
  ],
  [
    "MISSING_CHAR",
    /Implicit map keys need to be followed by map values/,
    {
      message: "This line has no colon: write it as `key: value`, or indent it to continue the line above",
      mark: "line",
    },
  ],
  [
    "MISSING_CHAR",
    /Sequence item without/,
    { message: "This line stands in a list, but does not begin with `- `", mark: "line" },
  ],
  ["MISSING_CHAR", /Missing , (?:between|or)/, { message: "A comma is missing between two items in brackets" }],
  ["MISSING_CHAR", /Missing space after :/, { message: "A space is missing after the colon" }],
  [
    "MISSING_CHAR",
    /Comments must be separated/,
    { message: "A space is missing before `#`; to mean the character itself, put the value in quotes" },
  ],
  ["MISSING_CHAR", /end with a/, { message: "This bracket is never closed", mark: "bracket" }],
  ["BAD_INDENT", /end with a/, { message: "This bracket is never closed", mark: "bracket" }],
  [
    "MISSING_CHAR",
    /Block collection cannot start on same line/,
    { message: "Begin the document on the line below `---`" },
  ],
  ["MISSING_CHAR", /./, { message: "A character is missing here: check quotes, colons, commas and brackets" }],
  [
    "BAD_INDENT",
    /sequence items must start at the same column/i,
    { message: "This list item is not aligned with the items above it", mark: "line" },
  ],
  [
    "BAD_INDENT",
    /mapping items must start at the same column/i,
    { message: "This key is not aligned with the keys above it", mark: "line" },
  ],
  ["BAD_INDENT", /./, { message: "This line is not indented as the lines around it require", mark: "line" }],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    /Nested mappings/,
    {
      message: "This value holds `: `, which YAML reads as another key: put the value in quotes",
      mark: "line",
      kind: "nested-map",
    },
  ],
  [
    "BLOCK_AS_IMPLICIT_KEY",
    /./,
    { message: "A list must begin on the line below its key", mark: "line", kind: "list-as-key" },
  ],
  ["MULTILINE_IMPLICIT_KEY", /./, noColon],
  ["KEY_OVER_1024_CHARS", /./, { message: "This key is too long for YAML: is a colon missing on the lines above?" }],
  ["BAD_SCALAR_START", /./, { message: "A value cannot begin with this character: put it in quotes" }],
  [
    "BAD_DQ_ESCAPE",
    /./,
    { message: "Unknown escape in double quotes: write `\\\\` for a backslash, or use single quotes" },
  ],
  [
    "UNEXPECTED_TOKEN",
    /Block scalar header includes/,
    {
      message:
        "After `|` or `>` the text begins on the next line; to mean the character itself, put the value in quotes",
    },
  ],
  [
    "UNEXPECTED_TOKEN",
    /at node end/,
    { message: "Nothing can follow this value on its line: put the whole value in quotes" },
  ],
  ["UNEXPECTED_TOKEN", /Unexpected , in/, { message: "There is a comma too many here" }],
  ["UNEXPECTED_TOKEN", /Unexpected empty item/, { message: "An item is missing between two commas" }],
  ["UNEXPECTED_TOKEN", /./, { message: "This character is not expected here: put the value in quotes, or remove it" }],
  ["BAD_ALIAS", /./, { message: "This looks like a YAML anchor or alias without a name: put the value in quotes" }],
  ["ALIAS_PROPS", /./, { message: "A YAML alias can have no anchor or tag of its own" }],
  ["MULTIPLE_ANCHORS", /./, { message: "A value can have one anchor only" }],
  ["MULTIPLE_TAGS", /./, { message: "A value can have one tag only" }],
  ["BAD_PROP_ORDER", /./, { message: "Anchors and tags stand after the `-`, `?` or `:`, not before" }],
  ["BLOCK_IN_FLOW", /./, { message: "Inside brackets, lists and maps need brackets too" }],
  ["TAG_RESOLVE_FAILED", /./, { message: "This YAML tag is not known: remove it, or put the value in quotes" }],
  ["BAD_COLLECTION_TYPE", /./, { message: "This YAML tag does not fit its value" }],
  ["BAD_DIRECTIVE", /./, { message: "This `%` directive is not known to YAML" }],
  ["NON_STRING_KEY", /./, { message: "A key must be a plain word" }],
  ["RESOURCE_EXHAUSTION", /./, { message: "This nests too deeply to be read: flatten it" }],
];

/** Our sentence for an error of the YAML parser. */
export function sentenceFor(code: string, message: string): Sentence {
  for (const [ruleCode, pattern, sentence] of rules) {
    if (ruleCode === code && pattern.test(message)) return sentence;
  }
  return { message: "This text is not valid YAML: check indentation, quotes and brackets", mark: "line" };
}
