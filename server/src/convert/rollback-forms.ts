import type { JsonValue } from "../text/json.ts";
import { slug } from "../text/values/slug.ts";
import { number, readFields, writeFields } from "./field.ts";
import type { Form } from "./form.ts";
import { escapeItem, escapeLabel, escapeText, unescapeText } from "./inline-text.ts";
import { isList, isObject, members, numberIn, textOf } from "./json.ts";

const totals = [
  number("estimatedTime", ["Total estimated time", "Total time", "Total"]),
  number("rto", ["RTO", "Recovery time objective"]),
  number("deadline", ["Rollback deadline", "Deadline"]),
];
const isTotal = (label: string): boolean =>
  totals.some(({ labels }) => labels.some((known) => slug(known) === slug(label)));

/** How long each way back takes, and the whole. */
export const estimateForm: Form = {
  write(value) {
    if (!isObject(value)) return [];
    const estimates = isList(value.estimates) ? value.estimates.filter(isObject) : [];
    return [
      ...estimates.map(
        ({ mechanism, time }) => `- **${escapeLabel(textOf(mechanism) ?? "")}**: ${escapeText(textOf(time) ?? "")}`,
      ),
      ...writeFields(totals, value),
    ];
  },
  read({ entries }, left) {
    const estimates: JsonValue[] = [];
    for (const entry of entries) {
      if (entry.label === undefined || entry.text === "" || isTotal(unescapeText(entry.label))) continue;
      left.use([entry]);
      estimates.push({ mechanism: unescapeText(entry.label), time: numberIn(unescapeText(entry.text)) });
    }
    const found = members({
      estimates: estimates.length === 0 ? undefined : estimates,
      ...readFields(totals, entries, left),
    });
    return Object.keys(found).length === 0 ? undefined : found;
  },
};

/** How it is seen that the release is back: one text, which may be written as a list. */
export const verificationForm: Form = {
  write(value) {
    const text = textOf(value);
    return text === undefined ? [] : [`- ${escapeItem(text)}`];
  },
  read({ entries, loose }, left) {
    left.use([...entries, ...loose]);
    const said = entries.map(({ label, text }) =>
      label === undefined ? unescapeText(text) : `${unescapeText(label)}: ${unescapeText(text)}`,
    );
    const texts = [
      ...loose.filter(({ text }) => !text.startsWith("<!--")).map(({ text }) => unescapeText(text)),
      ...said,
    ];
    return texts.length === 0 ? undefined : texts.join("; ");
  },
};
