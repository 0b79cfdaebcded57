/** A tag of a page, as a browser reads it. */
export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

const elements = new Set(
  `header main footer section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption thead tbody tr th td pre code kbd sub sup
  em strong s a span mark br hr blockquote details summary input progress svg rect circle`.split(/\s+/),
);
const empty = new Set(["br", "hr", "input", "rect", "circle"]);
const attributes = new Set(
  `id class title href role tabindex scope colspan start type checked disabled max value width height x y rx cx cy r
  aria-label aria-hidden aria-describedby data-line data-gate data-option data-state data-due data-jump`.split(/\s+/),
);
const tag = /<(\/?)([a-z][a-z\d]*)((?:\s+[a-z-]+="[^"<>]*")*)(\/?)>/g;

/**
 * Reads a page's body strictly. Throws for anything that a browser might take for more than it is: a `<` that opens no tag of
 * ours, an element or attribute that is not on the list, a tag that is not closed in order, an id used twice.
 */
export function readHtml(html: string): readonly Tag[] {
  const tags: Tag[] = [];
  const open: string[] = [];
  const ids = new Set<string>();
  let at = 0;
  for (const match of html.matchAll(tag)) {
    expectText(html.slice(at, match.index));
    at = match.index + match[0].length;
    const [, closing, name = "", source = "", selfClosing] = match;
    if (!elements.has(name)) throw new Error(`an element that is not ours: ${match[0]}`);
    if (closing === "/") {
      const expected = open.pop();
      if (expected !== name)
        throw new Error(`</${name}> where </${expected}> is due, near ${html.slice(at - 200, at)}`);
      continue;
    }
    const found = new Map([...source.matchAll(/([a-z-]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [key, value]));
    for (const key of found.keys()) if (!attributes.has(key)) throw new Error(`an attribute that is not ours: ${key}`);
    const id = found.get("id");
    if (id !== undefined && ids.has(id)) throw new Error(`two elements are called ${id}`);
    if (id !== undefined) ids.add(id);
    tags.push({ name, attributes: found });
    if (!empty.has(name) && selfClosing !== "/") open.push(name);
  }
  expectText(html.slice(at));
  if (open.length > 0) throw new Error(`never closed: ${open.join(", ")}`);
  return tags;
}

function expectText(text: string): void {
  const stray = /[<>]/.exec(text);
  if (stray !== null)
    throw new Error(`markup where text is due: ${text.slice(Math.max(0, stray.index - 40), stray.index + 80)}`);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

export const decodeEntities = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? "");
