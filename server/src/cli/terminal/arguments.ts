import { parseArgs } from "node:util";
import { nearestName } from "../../engine/index.ts";
import type { OptionDefinition, OptionDefinitions } from "./options.ts";
import { UsageError } from "./usage-error.ts";

/** The options and paths of one call, checked against their definitions. */
export class Arguments {
  readonly positionals: readonly string[];
  /** Every option in the order it was given; flags have an empty value. */
  readonly ordered: readonly { readonly name: string; readonly value: string }[];

  constructor(ordered: Arguments["ordered"], positionals: readonly string[]) {
    this.ordered = ordered;
    this.positionals = positionals;
  }

  flag(name: string): boolean {
    return this.ordered.some((option) => option.name === name);
  }

  values(name: string): readonly string[] {
    return this.ordered.filter((option) => option.name === name).map((option) => option.value);
  }

  value(name: string): string | undefined {
    return this.values(name).at(-1);
  }

  /** The value as one of the words that the definition allows. */
  choice<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const value = this.value(name);
    return words.find((word) => word === value);
  }
}

/**
 * Reads what follows the command's name.
 *
 * @throws UsageError for an unknown option (with the nearest), a missing or superfluous value, a value that is no choice,
 * or an option given twice.
 */
export function parseArguments(words: readonly string[], definitions: OptionDefinitions): Arguments {
  const { tokens } = parseArgs({ args: [...words], options: nodeOptions(definitions), strict: false, tokens: true });
  const ordered: { name: string; value: string }[] = [];
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const definition = Object.hasOwn(definitions, token.name) ? definitions[token.name] : undefined;
    if (definition === undefined) throw new UsageError(unknownOption(token.rawName, definitions));
    const value = checkValue(token, definition);
    if (!definition.multiple && definition.type === "value" && ordered.some(({ name }) => name === token.name)) {
      throw new UsageError(`${token.rawName} is given twice`);
    }
    ordered.push({ name: token.name, value });
  }
  return new Arguments(ordered, positionals);
}

type NodeOptions = Record<string, { type: "boolean" | "string"; short?: string; multiple?: boolean }>;

function nodeOptions(definitions: OptionDefinitions): NodeOptions {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, { type, short }]) => [
      name,
      { type: type === "flag" ? "boolean" : "string", multiple: true, ...(short !== undefined && { short }) },
    ]),
  );
}

function checkValue(
  token: { readonly rawName: string; readonly value?: string | undefined; readonly inlineValue?: boolean | undefined },
  { type, choices, placeholder }: OptionDefinition,
): string {
  const { rawName, value, inlineValue } = token;
  if (type === "flag") {
    if (inlineValue) throw new UsageError(`${rawName} takes no value`);
    return "";
  }
  const looksLikeOption = inlineValue !== true && value !== undefined && value !== "-" && value.startsWith("-");
  if (value === undefined || value === "" || looksLikeOption) {
    const example = choices === undefined ? (placeholder ?? "VALUE") : choices.join(" | ");
    throw new UsageError(`${rawName} needs a value: ${rawName} ${example}`);
  }
  if (choices !== undefined && !choices.includes(value)) throw new UsageError(notOneOf(rawName, value, choices));
  return value;
}

/** The sentence for a value that is none of the few that are allowed. */
export function notOneOf(what: string, value: string, choices: readonly string[]): string {
  const near = nearestName(value, choices);
  return `${what} must be one of ${choices.join(", ")}, not "${value}"${near === undefined ? "" : `; did you mean ${near}?`}`;
}

function unknownOption(rawName: string, definitions: OptionDefinitions): string {
  const [, known = "", value = ""] = /^--(\S+)\s+(.*)$/s.exec(rawName) ?? [];
  if (Object.hasOwn(definitions, known)) return `"${rawName}" is one word: write --${known}=${value}`;
  const near = nearestName(rawName.replace(/^-+/, ""), Object.keys(definitions));
  return `There is no option ${rawName}${near === undefined ? "; --help lists the options" : `; did you mean --${near}?`}`;
}
