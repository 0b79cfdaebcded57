import { Recent } from "../../engine/index.ts";
import { type PageChange, type PageElement, pageChanges, readElements } from "../../render/index.ts";
import type { PageUpdate } from "../protocol.ts";

interface LivePage {
  readonly rendering: number;
  readonly html: string;
  readonly elements: readonly PageElement[];
}

/** As many previews as somebody looks at. */
const mostKept = 4;

/** The pages that were sent last, one of a document, so that the next one is told by what is different. */
export class LivePages {
  readonly #kept = new Recent<LivePage>(mostKept);
  #last = 0;

  /** A page for somebody who shows the rendering `since`: what changed, where that is known, else all of it. */
  update(uri: string, html: string, since: number | undefined): PageUpdate {
    const kept = this.#kept.get(uri);
    const known = kept?.rendering === since ? kept : undefined;
    if (known?.html === html) return { rendering: known.rendering, changes: [] };
    const elements = readElements(html);
    const rendering = ++this.#last;
    this.#kept.set(uri, { rendering, html, elements });
    const changes = known && pageChanges(known.elements, elements);
    return changes !== undefined && weight(changes) < html.length ? { rendering, changes } : { rendering, html };
  }

  close(uri: string): void {
    this.#kept.drop(uri);
  }
}

/** In characters, roughly; a change weighs something by itself. */
const weight = (changes: readonly PageChange[]): number =>
  changes.reduce((sum, { html }) => sum + html.length + 100, 0);
