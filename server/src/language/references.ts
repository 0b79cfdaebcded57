import type { Location } from "vscode-languageserver-types";
import type { LinePosition } from "../text/line-index.ts";
import { locationOf } from "./definition.ts";
import type { FeatureContext } from "./feature.ts";
import { navigate } from "./navigation/navigator.ts";

/** All places of a release that name the thing at the cursor; definitions among them when they are asked for. */
export async function references(
  context: FeatureContext,
  position: LinePosition,
  includeDeclaration: boolean,
): Promise<Location[]> {
  const navigator = await navigate(context, "release");
  const here = navigator.at(context.lines.offset(position));
  if (here === undefined) return [];
  return navigator
    .all(here.entity)
    .filter(({ role }) => includeDeclaration || role !== "definition")
    .map(locationOf);
}
