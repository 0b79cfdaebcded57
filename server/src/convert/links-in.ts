/** A link in a stretch of Markdown, as written; offsets count from its start, an image's mark included. */
export interface WrittenLink {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  readonly target: string;
}

const target = /\((?:<([^<>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+"[^"]*")?\)/y;

/** The links of a stretch, one after the other. Linear: a bracket that closes no link is not tried for another. */
export function linksIn(source: string): readonly WrittenLink[] {
  const links: WrittenLink[] = [];
  let open: number | undefined;
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at);
    if (character === "\\") at++;
    else if (character === "[") open ??= at;
    else if (character === "]" && open !== undefined) {
      target.lastIndex = at + 1;
      const match = target.exec(source);
      if (match !== null) {
        const isImage = source.charAt(open - 1) === "!" && source.charAt(open - 2) !== "\\";
        const end = at + 1 + match[0].length;
        links.push({
          start: isImage ? open - 1 : open,
          end,
          label: source.slice(open + 1, at),
          target: match[1] ?? match[2] ?? "",
        });
        at = end - 1;
      }
      open = undefined;
    }
  }
  return links;
}
