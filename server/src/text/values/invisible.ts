/**
 * One character that takes no place where a text is shown: soft hyphen, zero-width spaces and joiners, marks of direction,
 * fillers, variation selectors, tags, controls (but for those of mis-encoded text). For expressions with the flag `u`.
 */
export const invisible = /(?![\t-\r\u0080-\u009F])\p{Cc}|\p{Default_Ignorable_Code_Point}|[\u2800\uFFF9-\uFFFB]/u;

const anyInvisible = new RegExp(invisible.source, "gu");

const visible = new RegExp(`(?!${invisible.source})\\S`, "u");

/** Whether a reader sees anything of a text that is shown as it stands; of Markdown, `showsText` tells it. */
export const isSeen = (text: string): boolean => visible.test(text);

/** A text without its invisible characters. */
export const withoutInvisible = (text: string): string =>
  invisible.test(text) ? text.replace(anyInvisible, "") : text;
