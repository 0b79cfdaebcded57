import { slug } from "../values/slug.ts";

const plainTitle = /^[A-Za-z0-9 &,.()/'+_-]*$/;

/**
 * `slug`, the short way for plain ASCII titles (nearly all of them): headings, labels and gates are slugged by the hundred
 * on every first reading. What joins several characters to one emoji is dropped with the emoji.
 */
export function quickSlug(title: string): string {
  if (!plainTitle.test(title)) return slug(title.replace(/\uFE0E|\uFE0F|\u200D|\u20E3/g, ""));
  const words = title
    .toLowerCase()
    .replaceAll("'", "")
    .replace(/[^a-z0-9]+/g, "-");
  const start = words.startsWith("-") ? 1 : 0;
  const end = words.length > start && words.endsWith("-") ? words.length - 1 : words.length;
  const trimmed = words.slice(start, end);
  const first = trimmed.charCodeAt(0);
  return first >= 48 && first <= 57 ? trimmed.replace(/^(?:\d+(?:-\d+)*-)(?=\D)/, "") : trimmed;
}
