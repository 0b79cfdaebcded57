import type { Shape } from "./shape.ts";

const nothing = /^(?:~|null|Null|NULL)?$/;
const truth = /^(?:true|True|TRUE)$/;
const falsehood = /^(?:false|False|FALSE)$/;
const integer = /^[-+]?[0-9]+$/;
const octal = /^0o[0-7]+$/;
const hexadecimal = /^0x[0-9a-fA-F]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;

/**
 * The value of a plain scalar as data: YAML's core schema, but the source as a string wherever the schema of the kind
 * expects strings, and for numbers that JSON has no notation for.
 */
export function plainValue(source: string, shape: Shape): string | number | boolean | null {
  const first = source.charCodeAt(0);
  const types = shape.types;
  if (types.size === 1 && types.has("string") && first !== 126 && first !== 110 && first !== 78) return source;
  // `~`, n, t, f, digits, signs and dots begin what is more than a text.
  if (!/^[~ntfNTF\d+.-]?$/.test(source.charAt(0))) return source;
  if (nothing.test(source)) return null;
  const textual = types.has("string");
  if (!textual || types.has("boolean")) {
    if (truth.test(source)) return true;
    if (falsehood.test(source)) return false;
  }
  if (textual && !types.has("number")) return source;
  const number = numberOf(source);
  if (number === undefined || !Number.isFinite(number)) return source;
  // Where both may stand, `2.10` and `0016` mean themselves.
  return textual && String(number) !== source ? source : number;
}

function numberOf(source: string): number | undefined {
  if (integer.test(source) || float.test(source)) return Number(source);
  if (octal.test(source)) return Number.parseInt(source.slice(2), 8);
  return hexadecimal.test(source) ? Number.parseInt(source.slice(2), 16) : undefined;
}

/**
 * Whether a flow collection is the author's placeholder and not a collection: `[X.Y.Z]` where the schema wants a
 * scalar, `{{DATE}}` anywhere but where it wants a map.
 */
export function isFlowPlaceholder(source: string, shape: Shape): boolean {
  const moustache = source.startsWith("{{");
  if (moustache ? shape.types.has("object") && !shape.types.has("string") : !shape.scalarOnly) return false;
  return source.length <= 200 && (moustache ? /^\{\{[^{}\n]+\}\}$/.test(source) : shape.isBlank(source));
}

const safePlain = /^[\p{L}\p{N}_/.+<(](?:[^:#\p{Cc}\p{Cs}\u2028\u2029\ufeff]|:(?=\S)|(?<=\S)#)*$/u;
const typed = /^(?:~|null|true|false|yes|no|on|off|y|n|\.inf|\.nan)$/i;

/** A text as one line of YAML that reads as that very string, wherever it stands: plain when that is certain. */
export function writeScalar(value: string): string {
  const plain =
    safePlain.test(value) &&
    !/[\s:]$/.test(value) &&
    !/[,[\]{}]/.test(value) &&
    !typed.test(value) &&
    numberOf(value) === undefined;
  return plain ? value : quoteScalar(value);
}

/** A text in double quotes, or in single ones when that spares escapes. */
export function quoteScalar(value: string): string {
  if (/["\\]/.test(value) && !/['\p{Cc}\p{Cs}\u2028\u2029\ufeff]/u.test(value)) return `'${value}'`;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
