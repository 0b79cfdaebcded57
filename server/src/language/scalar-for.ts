import type { Span, TextChange } from "../text/place.ts";

/** What YAML would not read as the text that it is, were it written without quotes. */
const needsQuotes =
  /^$|^\s|\s$|^[-?:,[\]{}#&*!|>'"%@`]|: |:$| #|^(?:true|false|yes|no|on|off|null|~)$|^[-+.]?\d[\d_.eExXoO:+-]*$/i;

/**
 * Puts a text in the place of a scalar of a block map or list, in its own style: quotes stay, and are added where the text
 * would mean something else without them. `span` is the scalar without its quotes.
 */
export function scalarFor(text: string, span: Span, value: string): TextChange {
  const quote = text.charAt(span.start - 1);
  const isQuoted = (quote === '"' || quote === "'") && text.charAt(span.end) === quote;
  if (isQuoted) {
    return { ...span, text: quote === "'" ? value.replaceAll("'", "''") : JSON.stringify(value).slice(1, -1) };
  }
  return { ...span, text: needsQuotes.test(value) || /[[\]{},]/.test(value) ? JSON.stringify(value) : value };
}
