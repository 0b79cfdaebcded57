import { append } from "../text/append.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";
import { formOf, saysNothing } from "../words/rollback-words.ts";
import { codeText, escapeText, splitOutside, unescapeText } from "./inline-text.ts";
import { isObject, members, numberIn, textOf } from "./json.ts";

const coded = { flag: "Flag", script: "Script", command: "Command" } as const;
const worded = { revert: "Revert to", config: "Config" } as const;
const details = { owner: "Owner", duration: "Time", verify: "Verify" } as const;

const part =
  /^(feature flag|flag|script|command|revert(?: to)?|config|irreversible because|irreversible|reversible|forward fix|owner|time|verify)(?::\s*|\s+(?=`)|$)(.*)$/is;

/** How one change is undone, in a line: ``Flag `x`; Owner: @bob``. */
export function writeRollback(rollback: JsonValue): string | undefined {
  if (!isObject(rollback)) return undefined;
  const parts: string[] = [];
  const say = (key: string, label: string, code: boolean): void => {
    const value = textOf(rollback[key]);
    if (value === undefined) return;
    const inCode = code && codeText(value).startsWith("`");
    parts.push(inCode ? `${label} ${codeText(value)}` : `${label}: ${separated(value)}`);
  };
  for (const [key, label] of Object.entries(coded)) say(key, label, true);
  for (const [key, label] of Object.entries(worded)) say(key, label, false);
  append(parts, irreversible(rollback.irreversible));
  for (const [key, label] of Object.entries(details)) say(key, label, false);
  return parts.length === 0 ? undefined : parts.join("; ");
}

const separated = (value: string): string =>
  escapeText(value).replace(/\\.|((?<!&#\d{1,6});|[()[])/gs, (all, bare) => (bare === undefined ? all : `\\${bare}`));

function irreversible(value: JsonValue | undefined): readonly string[] {
  if (value === undefined) return [];
  if (value === true) return ["Irreversible"];
  if (value === false) return ["Reversible"];
  if (!isObject(value)) return [`Irreversible: ${separated(textOf(value) ?? "")}`];
  const reason = textOf(value.reason);
  const fix = textOf(value.forwardFix);
  return [
    reason === undefined ? "Irreversible because" : `Irreversible because: ${separated(reason)}`,
    ...(fix === undefined ? [] : [`Forward fix: ${separated(fix)}`]),
  ];
}

/** What a line says of how a change is undone; a line in its author's own words is one form, guessed from them. */
export function readRollback(source: string): JsonObject | undefined {
  if (saysNothing(source)) return undefined;
  const parts = splitOutside(source, /;\s/g).map((piece) => part.exec(piece));
  if (parts.every((match) => match !== null)) {
    const record: Record<string, JsonValue> = {};
    for (const match of parts)
      Object.assign(record, readPart((match?.[1] ?? "").toLowerCase(), match?.[2] ?? "", record));
    return record;
  }
  const words = unescapeText(source);
  const form = /^config/i.test(words) ? "config" : formOf(words);
  return { [form === "step" ? "revert" : form]: words };
}

function readPart(label: string, source: string, so: Readonly<Record<string, JsonValue>>): JsonObject {
  const value = unescapeText(source);
  switch (label) {
    case "flag":
    case "feature flag":
      return { flag: value };
    case "script":
    case "command":
    case "config":
    case "owner":
    case "verify":
      return { [label]: value };
    case "time":
      return { duration: numberIn(value) };
    case "irreversible":
      return { irreversible: value === "" ? true : value };
    case "reversible":
      return { irreversible: false };
    case "irreversible because":
      return { irreversible: members({ reason: source.trim() === "" ? undefined : value }) };
    case "forward fix": {
      const before = so.irreversible;
      const reason = isObject(before) ? before : members({ reason: typeof before === "string" ? before : undefined });
      return { irreversible: { ...reason, forwardFix: value } };
    }
    default:
      return { revert: value };
  }
}
