import type { ReleaseDocument } from "../document/model.ts";
import { type CommonEnds, commonEnds } from "../text/common-ends.ts";
import type { Finding, ItemCheck, ItemList, Report, RuleContext } from "./rule.ts";

/** Makes a finding of what a rule reports. */
export type MakeFinding = (reported: Parameters<Report>[0]) => Finding;

/** A finding in one item, which stands at `index` of its list. */
interface ItemFinding {
  readonly index: number;
  readonly finding: Finding;
}

/** What was found in single items, by the check that found it. */
export type ItemFindings = ReadonlyMap<unknown, readonly ItemFinding[]>;

/** What the items of an earlier version met, and what was found in them. */
export interface EarlierItems {
  readonly context: RuleContext;
  readonly items: ItemFindings;
}

type Lists = { readonly [List in ItemList]: readonly ReleaseDocument[List][number][] };

/** Looks at the items of a document one by one: at all, or at those that an earlier version did not have. */
export class ItemRun {
  readonly found = new Map<unknown, readonly ItemFinding[]>();
  readonly #context: RuleContext;
  readonly #earlier: EarlierItems | undefined;
  readonly #ends = new Map<ItemList, CommonEnds>();

  constructor(context: RuleContext, earlier?: EarlierItems) {
    this.#context = context;
    this.#earlier = earlier !== undefined && meetsTheSame(earlier.context, context) ? earlier : undefined;
  }

  /** What a check finds in the items of a list, in their order. */
  take<List extends ItemList>(list: List, check: ItemCheck<List>, make: MakeFinding): readonly ItemFinding[] {
    const now: Lists = this.#context.document;
    const items = now[list];
    const kept = this.#earlier?.items.get(check);
    const before = kept === undefined ? 0 : (this.#earlier?.context.document[list].length ?? 0);
    const { front, back } = kept === undefined ? { front: 0, back: 0 } : this.#endsOf(list);
    const found = kept?.filter(({ index }) => index < front) ?? [];
    for (let index = front; index < items.length - back; index++) {
      const item = items[index];
      if (item !== undefined) check(item, this.#context, (reported) => found.push({ index, finding: make(reported) }));
    }
    const moved = items.length - before;
    for (const { index, finding } of kept ?? []) {
      if (index >= before - back) found.push({ index: index + moved, finding });
    }
    this.found.set(check, found);
    return found;
  }

  #endsOf(list: ItemList): CommonEnds {
    const known = this.#ends.get(list);
    if (known !== undefined) return known;
    const ends = commonEnds<unknown>(this.#earlier?.context.document[list] ?? [], this.#context.document[list]);
    this.#ends.set(list, ends);
    return ends;
  }
}

/** Whether the items of two versions of a document are looked at in the same light. */
function meetsTheSame(a: RuleContext, b: RuleContext): boolean {
  return (
    a.kind === b.kind &&
    a.document.declared === b.document.declared &&
    a.stage.stage === b.stage.stage &&
    a.stage.source === b.stage.source &&
    a.isDue.key === b.isDue.key &&
    a.config === b.config &&
    a.today === b.today &&
    a.related.links === b.related.links &&
    a.related.counterpart === b.related.counterpart &&
    a.related.rollbackElsewhere === b.related.rollbackElsewhere
  );
}
