import type { RE2JS } from "re2js";

/** One pattern may weigh so much: about its length, times how often its parts are counted out. */
const heaviestPattern = 20_000;
/** And all patterns of a schema together. */
const heaviestSchema = 60_000;
/** Instructions times characters that the patterns of a schema may take on one document: about a quarter of a second. */
const mostSteps = 50_000_000;

const longestName = 200;

/** Why a pattern cannot be used, in one plain sentence. */
export class PatternRefused extends Error {}

/** Thrown by a test when what the patterns of a schema may take on one document is used up. */
export class PatternsTooSlow extends Error {}

/** A pattern as Ajv asks for it; Ajv tells patterns apart by `toString`. */
export interface TeamPattern {
  test(text: string): boolean;
  toString(): string;
}

/**
 * Runs the `pattern`s of a team's schema in linear time, whatever they are: by the engine of RE2, which knows no look-around
 * and no back references. Weighs each before it is compiled, and counts what testing takes.
 */
export class TeamPatterns {
  readonly #engine: typeof RE2JS;
  readonly #compiled = new Map<string, TeamPattern>();
  #weight = 0;
  #steps = 0;

  constructor(engine: typeof RE2JS) {
    this.#engine = engine;
  }

  /** Forgets what was counted: another document is looked at. */
  begin(): void {
    this.#steps = 0;
  }

  /** Throws `PatternRefused` for a pattern that is invalid, too heavy, or asks for what only backtracking can do. */
  compile(source: string): TeamPattern {
    const known = this.#compiled.get(source);
    if (known !== undefined) return known;
    const weight = weightOf(source);
    this.#weight += weight;
    if (weight > heaviestPattern)
      throw new PatternRefused(`The pattern ${shown(source)} is too large: write it shorter`);
    if (this.#weight > heaviestSchema) throw new PatternRefused("The patterns of the schema are too large together");
    const expression = this.#expression(source);
    const size = expression.programSize();
    const test = (text: string): boolean => {
      this.#steps += size * (text.length + 1);
      if (this.#steps > mostSteps) throw new PatternsTooSlow();
      return expression.test(text);
    };
    const pattern = { test, toString: () => source };
    this.#compiled.set(source, pattern);
    return pattern;
  }

  /** Whether a key of a document is one that a pattern names; long ones are named by none. Never throws. */
  readonly names = (source: string, name: string): boolean => {
    if (name.length > longestName) return false;
    try {
      return this.compile(source).test(name);
    } catch {
      return false;
    }
  };

  #expression(source: string): RE2JS {
    const refused = /\(\?<?[=!]/.test(source)
      ? "looks around"
      : /\\(?:[1-9]|k<)/.test(source)
        ? "refers back to a group"
        : undefined;
    if (refused !== undefined)
      throw new PatternRefused(`The pattern ${shown(source)} ${refused}, which takes unbounded time: write it without`);
    try {
      return this.#engine.compile(this.#engine.translateRegExp(source));
    } catch {
      throw new PatternRefused(`The pattern ${shown(source)} is no pattern, or counts to more than 1,000`);
    }
  }
}

/** Characters that a table of Unicode is as heavy as. */
const classWeight = 200;

/** About how many instructions a pattern makes: counted groups multiply, what is counted within them adds up. */
function weightOf(source: string): number {
  let [sum, product] = [1, 1];
  for (const [, group = "", least = "", most = ""] of source.matchAll(/(\)?)\{(\d{1,9})(?:,(\d{0,9}))?\}/g)) {
    const count = Math.max(1, Number(least), Number(most));
    if (group === "") sum += count;
    else product *= count;
  }
  const classes = source.split(/\\p/i).length - 1;
  return (source.length + classes * classWeight) * sum * product;
}

/** A pattern in a message: its first part. */
const shown = (source: string): string => (source.length > 60 ? `${source.slice(0, 60)}…` : source);
