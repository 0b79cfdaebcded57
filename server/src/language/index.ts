/*
 * What the editor's features are made of: each is a function of an assessment and a place in it.
 */

export {
  codeActionKinds,
  type FixAllRequest,
  fixAllKind,
  isFixAll,
  type ProposedAction,
  proposeActions,
} from "./code-actions.ts";
export { codeLens, lensCommands } from "./code-lens.ts";
export { completeConfiguration } from "./complete-configuration.ts";
export { completeUndeclared } from "./complete-undeclared.ts";
export { plainText } from "./completion/snippet.ts";
export { complete, completionTriggers } from "./completion.ts";
export { definition } from "./definition.ts";
export type { FeatureContext, KnownDocument } from "./feature.ts";
export { folding } from "./folding.ts";
export { format, formatRange } from "./format.ts";
export { highlights } from "./highlights.ts";
export { hover } from "./hover.ts";
export { links } from "./links.ts";
export { sameRelease } from "./navigation/same-release.ts";
export { outline } from "./outline.ts";
export { references } from "./references.ts";
export { prepareRename, rename } from "./rename.ts";
export { selectionRanges } from "./selection-ranges.ts";
export { semanticTokens, semanticTokensIn, semanticTokensLegend } from "./semantic-tokens.ts";
export { snippetChanges } from "./snippet-edits.ts";
export { type NamedPlace, namedPlaces, workspaceSymbols } from "./workspace-symbols.ts";
