import { URI } from "vscode-uri";
import type { ReleaseDocument } from "../../document/model.ts";
import { isPlaceholder } from "../../words/placeholder.ts";
import { resolveLink } from "../../workspace/related.ts";
import type { FeatureContext, KnownDocument } from "../feature.ts";

/** This document as others see it. */
export const own = ({ assessment, lines }: FeatureContext): KnownDocument => ({ document: assessment.document, lines });

/** A URI in the one way of writing it. */
export const sameUri = (uri: string): string => URI.parse(uri).toString();

/**
 * The documents of one release: this one first, then those that it links to or that link to it, and so on. A link does
 * not lead to a document that states another version, but what `release.runbook` names belongs to the release anyhow.
 */
export function sameRelease(here: KnownDocument, others: readonly KnownDocument[]): readonly KnownDocument[] {
  const left = new Map(others.map((known) => [sameUri(known.document.uri), known]));
  const found = [here];
  for (let at = 0; at < found.length; at++) {
    const from = found[at]?.document;
    if (from === undefined) break;
    for (const [uri, known] of left) {
      if (!belongsTogether(from, known.document)) continue;
      left.delete(uri);
      found.push(known);
    }
  }
  return found;
}

function belongsTogether(a: ReleaseDocument, b: ReleaseDocument): boolean {
  if (names(a, b) || names(b, a)) return true;
  return !differ(a, b) && (linksTo(a, b) || linksTo(b, a));
}

const names = ({ uri, facts }: ReleaseDocument, other: ReleaseDocument): boolean =>
  facts.runbook !== undefined && leadsTo(uri, facts.runbook.value, other);

const linksTo = ({ uri, references }: ReleaseDocument, other: ReleaseDocument): boolean =>
  references.some(({ kind, target }) => kind === "file" && leadsTo(uri, target, other));

const leadsTo = (from: string, target: string, { uri }: ReleaseDocument): boolean => {
  const resolved = resolveLink(from, target);
  return resolved !== undefined && resolved === sameUri(uri);
};

function differ(a: ReleaseDocument, b: ReleaseDocument): boolean {
  const [one, two] = [versionOf(a), versionOf(b)];
  return one !== undefined && two !== undefined && one !== two;
}

function versionOf({ facts }: ReleaseDocument): string | undefined {
  const version = facts.version?.value;
  return version === undefined || isPlaceholder(version) ? undefined : version.trim().toLowerCase().replace(/^v/, "");
}
