import type { Location } from "vscode-languageserver-types";
import type { Reference } from "../document/model.ts";
import { mayReach } from "../workspace/bounds.ts";
import { resolveLink } from "../workspace/related.ts";
import type { FeatureContext, PositionFeature } from "./feature.ts";
import { navigate } from "./navigation/navigator.ts";
import type { Occurrence } from "./navigation/occurrence.ts";
import { rangeOf } from "./range-of.ts";

/**
 * Where the thing at the cursor is defined: a work item or migration in the manifest's lists, a phase or gate in the
 * manifest, a heading that a link names, a file. On a definition: its counterparts in the other documents of the release,
 * or itself when there is none. Empty where nothing is named.
 */
export const definition: PositionFeature<Location[]> = async (context, position) => {
  const offset = context.lines.offset(position);
  const navigator = await navigate(context, "release");
  const here = navigator.at(offset);
  if (here === undefined) return fileAt(context, offset);
  const definitions = navigator.all(here.entity).filter(({ role }) => role === "definition");
  const elsewhere = definitions.filter((found) => !isSame(found, here));
  return (elsewhere.length > 0 ? elsewhere : definitions).map(locationOf);
};

const isSame = (a: Occurrence, b: Occurrence): boolean => a.known === b.known && a.span.start === b.span.start;

/** The place of an occurrence, for LSP. */
export const locationOf = ({ known, span }: Occurrence): Location => ({
  uri: known.document.uri,
  range: rangeOf(known.lines, span),
});

async function fileAt({ assessment: { document }, files }: FeatureContext, offset: number): Promise<Location[]> {
  const holds = ({ at }: Reference): boolean => {
    const { start, end } = document.span(at);
    return start <= offset && offset <= end;
  };
  const reference = document.references.find((candidate) => candidate.kind === "file" && holds(candidate));
  const uri = reference === undefined ? undefined : resolveLink(document.uri, reference.target);
  if (uri === undefined || !(await mayReach(files, document.uri, uri)) || !(await files.exists(uri))) return [];
  const start = { line: 0, character: 0 };
  return [{ uri, range: { start, end: start } }];
}
