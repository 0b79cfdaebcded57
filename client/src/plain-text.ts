/** What reorders or breaks a line, and what cannot be seen. */
const unprintable = /[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/** An author's text in a notification, where VS Code makes links of `[words](command:…)`. */
export function noticeText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(unprintable, "\uFFFD")
    .replace(/\](?=\()/g, "]\u200B");
}

/** An author's text in a list to choose from, where VS Code makes icons of `$(name)`. */
export function labelText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(unprintable, "\uFFFD")
    .replace(/\$(?=\()/g, "$\u200B");
}
