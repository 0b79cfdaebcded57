/** The way to a value of a manifest: keys, and indexes of list items. */
export type ValuePath = readonly (string | number)[];

/** One line that an author noted beside a value of a manifest. */
export interface Comment {
  readonly path: ValuePath;
  /** False for a line above the value; true for one on its line or, for a list or a record, at its end. */
  readonly trailing: boolean;
  /** Without the marks around it. */
  readonly text: string;
}

const key = String.raw`[A-Za-z][\w-]*(?:\[\d+\])*`;
const addressed = new RegExp(String.raw`^(\.|${key}(?:\.${key})*)(:?) #(?: (.*))?$`, "s");

/**
 * The HTML comment of a comment: `<!-- scope[1].risk # … -->` above the value, `<!-- scope[1].risk: # … -->` on its line. What
 * is said of the whole document stands alone, so that a suppression of the file stays one.
 */
export function writeComment({ path, trailing, text }: Comment): string {
  const plain = path.length === 0 && !trailing && text !== "" && !addressed.test(text);
  const said = plain ? text : `${addressOf(path)}${trailing ? ":" : ""} #${text === "" ? "" : ` ${text}`}`;
  return `<!-- ${said.replace(/--(&(?:amp;)*gt;|>)/g, (_, end: string) => `--${end === ">" ? "&gt;" : end.replace("&", "&amp;")}`)} -->`;
}

/**
 * The comments that the text of an HTML comment holds, each line one. Those without an address are about `around`.
 *
 * @param roots The keys that an address begins with; other words before a `#` are text.
 */
export function readComments(source: string, around: ValuePath, roots: readonly string[]): readonly Comment[] {
  const decoded = source.replace(/--&(amp;)?((?:amp;)*gt;)/g, (_, escaped: string | undefined, rest: string) =>
    escaped === undefined ? "-->" : `--&${rest}`,
  );
  const found = addressed.exec(decoded.trim());
  const path = found === null ? undefined : pathOf(found[1] ?? "");
  if (found !== null && path !== undefined && (path.length === 0 || roots.includes(String(path[0]))))
    return [{ path, trailing: found[2] === ":", text: found[3] ?? "" }];
  const lines = decoded.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").map((text) => ({ path: around, trailing: false, text }));
}

/** As far as it can be written: an unusual key stands for what it holds. */
function addressOf(path: ValuePath): string {
  let address = "";
  for (const step of path) {
    if (typeof step === "number") address += `[${step}]`;
    else if (/^[A-Za-z][\w-]*$/.test(step)) address += address === "" ? step : `.${step}`;
    else break;
  }
  return address === "" ? "." : address;
}

function pathOf(address: string): ValuePath {
  return [...address.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) =>
    index === undefined ? step : Number(index),
  );
}
