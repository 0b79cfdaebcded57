import { type DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import type { Span } from "../text/place.ts";
import type { FeatureContext, PositionFeature } from "./feature.ts";
import { navigate } from "./navigation/navigator.ts";
import type { Entity } from "./navigation/occurrence.ts";
import { rangeOf } from "./range-of.ts";

/**
 * The places of this document that name the thing at the cursor: its definition as written, the rest as read. A work
 * item, migration or phase lights up its rollback steps too, and a rollback step what it undoes.
 */
export const highlights: PositionFeature<DocumentHighlight[]> = async (context, position) => {
  const offset = context.lines.offset(position);
  const navigator = await navigate(context, "document");
  const undone = undoneAt(context, offset);
  const entity = undone ?? navigator.at(offset)?.entity;
  if (entity === undefined) return [];
  const steps = pairs(context)
    .filter((pair) => pair.entity.kind === entity.kind && pair.entity.name === entity.name)
    .flatMap((pair) => pair.steps);
  return [
    ...navigator.all(entity).map(({ span, role }) => ({
      range: rangeOf(context.lines, span),
      kind: role === "definition" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })),
    ...steps.map((span) => ({ range: rangeOf(context.lines, span), kind: DocumentHighlightKind.Text })),
  ];
};

interface Pair {
  readonly entity: Entity;
  readonly steps: readonly Span[];
}

/** What can be undone, with the steps that undo it. */
function pairs({ assessment: { document } }: FeatureContext): readonly Pair[] {
  const pair = (
    kind: Entity["kind"],
    name: string,
    rollback: (typeof document.workItems)[number]["rollback"],
  ): Pair => ({
    entity: { kind, key: name, name },
    steps: rollback.map(({ at }) => document.span(at)),
  });
  return [
    ...document.workItems.map(({ id, rollback }) => pair("workItem", id.value, rollback)),
    ...document.migrations.map(({ id, rollback }) => pair("migration", id.value, rollback)),
  ];
}

function undoneAt(context: FeatureContext, offset: number): Entity | undefined {
  return pairs(context).find(({ steps }) => steps.some(({ start, end }) => start <= offset && offset <= end))?.entity;
}
