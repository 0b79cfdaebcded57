import { applyChanges, replaceSpan, replaceText } from "../../../text/changes.ts";
import type { Pointer } from "../../../text/json.ts";
import type { Place, Span, TextChange } from "../../../text/place.ts";
import { entryOf, type MapEntry, type MapNode, type YamlNode } from "../../../text/yaml/node.ts";
import { readYaml } from "../read-yaml.ts";
import { YamlDocument } from "../yaml-document.ts";

/**
 * A manifest that is changed step by step: what was changed is read again when the next step asks for its places, which the
 * last one does not. What comes out in the end is one change of the original text, as small as it can be.
 */
export class Editing {
  readonly #original: string;
  readonly #changes: TextChange[] = [];
  #document: YamlDocument;
  #text: string;
  /** A change that the text does not have yet: of the last one nobody asks for the text. */
  #coming: TextChange | undefined;

  constructor(document: YamlDocument) {
    this.#original = document.text;
    this.#document = document;
    this.#text = document.text;
  }

  /** The document as it is now. A text that cannot be read takes back what made it. */
  get document(): YamlDocument {
    const { text } = this;
    if (text === this.#document.text) return this.#document;
    const { uri, declared, template, memory } = this.#document;
    const next = readYaml(uri, text, { kind: memory.kind, declared, template }, this.#document);
    if (next instanceof YamlDocument) this.#document = next;
    else this.#text = this.#document.text;
    return this.#document;
  }

  get text(): string {
    if (this.#coming !== undefined) this.#text = applyChanges(this.#text, [this.#coming]);
    this.#coming = undefined;
    return this.#text;
  }

  get eol(): string {
    return /\r?\n/.exec(this.text)?.[0] ?? "\n";
  }

  /** Replaces a span of the current text. */
  change({ start, end }: Span, replacement: string): void {
    this.#text = this.text;
    this.#coming = { start, end, text: replacement };
    this.#changes.push(this.#coming);
  }

  span(place: Place): Span {
    return this.document.span(place);
  }

  /** The value at a pointer. */
  node(pointer: Pointer): YamlNode | undefined {
    let node: YamlNode | undefined = this.document.root;
    for (const step of pointer) {
      if (node === undefined) return undefined;
      if (node.kind === "sequence") node = typeof step === "number" ? node.items[step] : undefined;
      else node = entryOf(node, String(step))?.node;
    }
    return node;
  }

  /** The entry that a pointer ends at; only one that is written where its map is, and whose value is no alias. */
  entry(pointer: Pointer): MapEntry | undefined {
    const key = pointer.at(-1);
    const map = this.node(pointer.slice(0, -1));
    const entry = map?.kind === "map" ? entryOf(map, String(key)) : undefined;
    if (map?.kind !== "map" || entry === undefined || !this.isOwn(map, entry)) return undefined;
    return this.span(entry.node).start >= this.span(entry.key).end ? entry : undefined;
  }

  /** The entries that are written in a map itself, not merged into it from elsewhere. */
  ownEntries(map: MapNode): readonly MapEntry[] {
    return map.entries.filter((entry) => this.isOwn(map, entry));
  }

  /** Whether an entry of a map is written in the map itself. */
  isOwn(map: MapNode, entry: MapEntry): boolean {
    const { start, end } = this.span(map);
    const key = this.span(entry.key);
    return key.start >= start && key.end <= Math.max(end, start + 1);
  }

  /** Offset of the first character of a line. */
  lineStart(offset: number): number {
    return offset === 0 ? 0 : this.text.lastIndexOf("\n", offset - 1) + 1;
  }

  /** Offset of the end of a line, before its line break. */
  lineEnd(offset: number): number {
    const next = this.text.indexOf("\n", offset);
    if (next === -1) return this.text.length;
    return this.text.charAt(next - 1) === "\r" && next > offset ? next - 1 : next;
  }

  /** Offset of the next line; the end of the text behind the last one. */
  nextLine(offset: number): number {
    const next = this.text.indexOf("\n", offset);
    return next === -1 ? this.text.length : next + 1;
  }

  /** Column in which a place begins; a byte order mark counts nothing. */
  column(place: Place): number {
    const { start } = this.span(place);
    const line = this.lineStart(start);
    return start - line - (line === 0 && this.text.charCodeAt(0) === 0xfeff ? 1 : 0);
  }

  /** All that was changed, as one change of the original text. */
  result(): readonly TextChange[] {
    const [only, ...others] = this.#changes;
    if (only === undefined) return [];
    return others.length === 0 ? replaceSpan(this.#original, only, only.text) : replaceText(this.#original, this.text);
  }
}
