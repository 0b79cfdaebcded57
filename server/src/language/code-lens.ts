import type { CodeLens, Command } from "vscode-languageserver-types";
import type { Gate, ReleaseDocument } from "../document/model.ts";
import type { Span } from "../text/place.ts";
import { verdictTitle } from "../verdict/judge.ts";
import type { DocumentFeature, FeatureContext } from "./feature.ts";
import { gatesWords } from "./navigation/gate-words.ts";
import { innermostIn, regionsOf } from "./navigation/structure.ts";
import { rangeOf } from "./range-of.ts";

/** Commands behind a code lens. Clients that know none of them show the words alone. */
export const lensCommands = {
  /** Lists the blockers of the active document. */
  showBlockers: "releaseDocs.showBlockers",
  /** Arguments: URI, position, locations (the gates that are open). */
  showOpenGates: "releaseDocs.showOpenGates",
  /** Argument: URI. Run by the server. */
  declare: "releaseDocs.declareDocument",
  /** Argument: URI of the template. */
  startFromTemplate: "releaseDocs.startFromTemplate",
  /** Argument: URI. */
  useManifestLanguage: "releaseDocs.useManifestLanguage",
} as const;

/** The verdict at the title, the open gates of each section, and what can be done with a template, an undeclared file or plain YAML. */
export const codeLens: DocumentFeature<CodeLens[]> = (context) => [...titleLenses(context), ...gateLenses(context)];

function titleLenses({ assessment, lines, languageId }: FeatureContext): CodeLens[] {
  const { document, verdict, stage } = assessment;
  const range = rangeOf(lines, titleSpan(document));
  const lens = (title: string, command: string, ...more: unknown[]): CodeLens => ({
    range,
    command: { title, command, ...(more.length === 0 ? {} : { arguments: more }) },
  });
  const lenses: CodeLens[] = [];
  if (document.template) {
    lenses.push(lens("Start a release from this template", lensCommands.startFromTemplate, document.uri));
  } else if (verdict.verdict !== "none") {
    const blockers = verdict.blockers.length;
    const name = verdictTitle(verdict.verdict, stage.stage);
    const more = verdict.verdict === "no-go" ? `: ${blockers} ${blockers === 1 ? "blocker" : "blockers"}` : "";
    lenses.push(lens(`${name}${more}`, lensCommands.showBlockers));
  }
  if (document.format === "yaml" && languageId === "yaml") {
    lenses.push(lens("Use the release manifest language", lensCommands.useManifestLanguage, document.uri));
  }
  if (!document.declared) lenses.push(lens("Declare this document", lensCommands.declare, document.uri));
  return lenses;
}

/** The title's words; the `kind` of a manifest; the first line where neither stands. */
function titleSpan(document: ReleaseDocument): Span {
  const kind = document.format === "yaml" ? document.sections.find(({ title }) => title === "kind") : undefined;
  const place = kind?.at ?? (document.format === "yaml" ? undefined : document.title?.at);
  return place === undefined ? { start: 0, end: 0 } : document.span(place);
}

function gateLenses({ assessment: { document, due }, lines }: FeatureContext): CodeLens[] {
  if (document.template) return [];
  const regions = [...regionsOf(document), ...phaseRegions(document)];
  const regionAt = innermostIn(regions);
  const byRegion = new Map<(typeof regions)[number], Gate[]>();
  for (const gate of document.gates) {
    const region = regionAt(document.span(gate.at).start);
    if (region === undefined) continue;
    const gates = byRegion.get(region);
    if (gates === undefined) byRegion.set(region, [gate]);
    else gates.push(gate);
  }
  return [...byRegion].map(([{ name }, gates]) => {
    const range = rangeOf(lines, name);
    const open = gates.filter(({ state }) => state === "open" || state === "failed");
    const locations = open.map(({ box }) => ({ uri: document.uri, range: rangeOf(lines, document.span(box)) }));
    const command: Command =
      open.length === 0
        ? { title: gatesWords(gates, due), command: "" }
        : {
            title: gatesWords(gates, due),
            command: lensCommands.showOpenGates,
            arguments: [document.uri, range.start, locations],
          };
    return { range, command };
  });
}

/** The phases of a manifest: their gates are counted at their name. */
function phaseRegions(document: ReleaseDocument): readonly { readonly name: Span; readonly span: Span }[] {
  return document.phases.flatMap(({ name, pointer }) =>
    pointer === undefined
      ? []
      : [{ name: document.span(name.at), span: document.span(document.placeOf(pointer).value) }],
  );
}
