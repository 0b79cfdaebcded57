import type { KindDefinition } from "./kind.ts";
import type { Format } from "./model.ts";

/** Which kind a file is of, and whether it says so itself or is only recognised by its title. */
export interface Identity {
  readonly format: Format;
  readonly kind: KindDefinition;
  readonly declared: boolean;
}

const yamlName = /\.ya?ml$/i;
const markdownName = /\.(?:md|markdown|mdown|mkd)$/i;
/** Longest text that is searched for a title: a title stands at the top. */
const headLength = 20_000;

/** The format that a file name promises; `undefined` for any other file. */
export function formatOf(uri: string): Format | undefined {
  const path = uri.replace(/[?#].*$/, "");
  if (yamlName.test(path)) return "yaml";
  return markdownName.test(path) ? "markdown" : undefined;
}

/** Whether a text is a manifest of ours by its own words: `apiVersion: release-docs/…` and `kind: ReleaseManifest`. */
export function declaresManifest(text: string): boolean {
  return (
    /^apiVersion:[ \t]*["']?release-docs\//m.test(text) &&
    /^kind:[ \t]*["']?ReleaseManifest["']?[ \t]*(?:#.*)?\r?$/m.test(text)
  );
}

/** `kind:` of a Markdown file's front matter. */
function frontMatterKind(head: string): string | undefined {
  const block = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(head)?.[1];
  return block === undefined ? undefined : /^kind:[ \t]*["']?([\w-]+)["']?[ \t]*(?:#.*)?\r?$/m.exec(block)?.[1];
}

/** The first heading of a Markdown text, at any level; fences, comments and front matter passed over. */
export function firstHeading(text: string): string | undefined {
  const head = text
    .slice(0, headLength)
    .replace(/^\uFEFF?---[ \t]*\r?\n[\s\S]*?\r?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/, "")
    .replace(/^ {0,3}<!--[\s\S]*?-->/gm, "");
  let fence = "";
  let previous = "";
  for (const line of head.split(/\r?\n/)) {
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== "") {
      if (marker?.startsWith(fence) && line.trim() === marker) fence = "";
      continue;
    }
    if (marker !== undefined) {
      fence = marker;
      continue;
    }
    const atx = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line);
    if (atx !== null) return atx[1] ?? "";
    if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && /^ {0,3}[^\s>#|*+-]/.test(previous)) return previous.trim();
    previous = line;
  }
  return undefined;
}

/** Titles about the subject, not of a document of it. */
const aboutTheSubject =
  /^\s*(?:how|why|what|when|writing|creating|create|making|about|using|use|guide|introduction|contribut(?:e|ing)|updat(?:e|ing)|review(?:ing)?|generat(?:e|ing)|the anatomy)\b/i;

/**
 * Whether a first heading names a document of the kind: a few words may come before the phrase (*Enterprise Release
 * Management Plan*), and a name, version, date or the word template after it. `…` in a phrase stands for up to three words.
 */
export function isTitleOf(title: string, phrase: string): boolean {
  // Most titles lack a word of most phrases: then no expression is made.
  const said = title.toLowerCase();
  const demanded = phrase.toLowerCase().split(/\s+/);
  if (!demanded.every((word) => word === "…" || said.includes(word)) || aboutTheSubject.test(title)) return false;
  const words = phrase
    .trim()
    .split(/\s+/)
    .map((word) => (word === "…" ? "(?:[\\p{L}\\p{N}&/-]+\\s+){0,3}" : `${escapeRegExp(word)}\\s+`));
  const body = words.join("").replace(/\\s\+$/, "");
  const before = "(?:^|.*[^\\p{L}\\p{N}])";
  const after =
    "(?:\\s*$|\\s*[:(\\[|,/–—-].*|\\s*â.*|\\s+(?:v?\\d|v?\\[|v?X\\.|templates?\\b|for\\b|of\\b|release\\b).*)";
  const match = new RegExp(`^(?<before>${before})${body}${after}`, "iu").exec(title.trim());
  if (match === null) return false;
  return (match.groups?.before ?? "").trim().split(/\s+/).length <= 6;
}

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * Decides whether a file is ours, and what it is (design: *Which files*). `declaredKind` comes from a glob of the
 * configuration or `--kind` and beats what the text says; `format` is that of a text without a name that tells it. `undefined`:
 * not ours, never a word about it.
 */
export function identify(
  uri: string,
  text: string,
  kinds: readonly KindDefinition[],
  declaredKind?: string,
  format = formatOf(uri),
): Identity | undefined {
  if (format === undefined) return undefined;
  const named = (name: string): KindDefinition | undefined =>
    kinds.find((kind) => kind.name === name && kind.format === format);
  if (declaredKind !== undefined) {
    const kind = named(declaredKind);
    return kind && { format, kind, declared: true };
  }
  if (format === "yaml") {
    const kind = declaresManifest(text) ? named("ReleaseManifest") : undefined;
    return kind && { format, kind, declared: true };
  }
  const stated = named(frontMatterKind(text.slice(0, headLength)) ?? "");
  if (stated !== undefined) return { format, kind: stated, declared: true };
  const title = firstHeading(text);
  if (title === undefined) return undefined;
  const recognised = kinds.find(
    (kind) => kind.format === "markdown" && kind.titles.some((phrase) => isTitleOf(title, phrase)),
  );
  return recognised && { format, kind: recognised, declared: false };
}
