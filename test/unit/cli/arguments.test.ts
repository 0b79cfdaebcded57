import { describe, expect, it } from "vitest";
import { parseArguments } from "../../../server/src/cli/terminal/arguments.ts";
import type { OptionDefinitions } from "../../../server/src/cli/terminal/options.ts";
import { UsageError } from "../../../server/src/cli/terminal/usage-error.ts";

const definitions = {
  stage: { type: "value", choices: ["draft", "approved"], description: "" },
  format: { type: "value", multiple: true, description: "" },
  output: { type: "value", short: "o", multiple: true, placeholder: "F", description: "" },
  quiet: { type: "flag", short: "q", description: "" },
} satisfies OptionDefinitions;

describe("parseArguments", () => {
  it("reads options in order, flags and paths, wherever they stand", () => {
    const given = parseArguments(
      ["a.md", "-q", "--format=json", "-o", "x.json", "--format", "text", "-", "b.md"],
      definitions,
    );
    expect(given.positionals).toEqual(["a.md", "-", "b.md"]);
    expect(given.flag("quiet")).toBe(true);
    expect(given.values("format")).toEqual(["json", "text"]);
    expect(given.ordered.map(({ name }) => name)).toEqual(["quiet", "format", "output", "format"]);
    expect(given.value("stage")).toBeUndefined();
  });

  it("takes everything after -- as paths", () => {
    expect(parseArguments(["--", "--stage", "-q"], definitions).positionals).toEqual(["--stage", "-q"]);
  });

  it("narrows a choice", () => {
    expect(parseArguments(["--stage", "draft"], definitions).choice("stage", ["draft", "approved"] as const)).toBe(
      "draft",
    );
  });

  it.each([
    [["--stge", "draft"], "There is no option --stge; did you mean --stage?"],
    [["--stage draft"], '"--stage draft" is one word: write --stage=draft'],
    [["--xyzzy"], "There is no option --xyzzy; --help lists the options"],
    [["-z"], "There is no option -z; --help lists the options"],
    [["--constructor"], "There is no option --constructor; --help lists the options"],
    [["--stage"], "--stage needs a value: --stage draft | approved"],
    [["--output", "--quiet"], "--output needs a value: --output F"],
    [["--output="], "--output needs a value: --output F"],
    [["--quiet=yes"], "--quiet takes no value"],
    [["--stage", "aproved"], '--stage must be one of draft, approved, not "aproved"; did you mean approved?'],
    [["--stage", "draft", "--stage", "draft"], "--stage is given twice"],
  ])("refuses %j", (words, message) => {
    expect(() => parseArguments(words, definitions)).toThrow(new UsageError(message));
  });
});
