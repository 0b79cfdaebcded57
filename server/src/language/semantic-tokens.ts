import type { Range, SemanticTokens, SemanticTokensLegend } from "vscode-languageserver-types";
import type { Gate, ReleaseDocument } from "../document/model.ts";
import type { Place, Span, Text } from "../text/place.ts";
import type { DocumentFeature, FeatureContext } from "./feature.ts";
import { unquoted } from "./navigation/occurrences.ts";

const types = ["releaseGate", "releaseId", "releaseHandle"] as const;
const modifiers = [
  "open",
  "checked",
  "failed",
  "waived",
  "notApplicable",
  "due",
  "critical",
  "declaration",
  "unresolved",
] as const;

/** Types and modifiers as the numbers of an answer count them. */
export const semanticTokensLegend: SemanticTokensLegend = { tokenTypes: [...types], tokenModifiers: [...modifiers] };

interface Token {
  readonly span: Span;
  readonly type: (typeof types)[number];
  readonly modifiers: readonly (typeof modifiers)[number][];
}

/**
 * What a grammar cannot know: how each gate stands and whether it is due, which ids are declared here and which names of
 * them resolve, and who is meant by a handle. Tokens are on one line, in order, and do not overlap.
 */
export const semanticTokens: DocumentFeature<SemanticTokens> = (context) => encode(context, tokensOf(context));

/** The same for a part of the document that is shown. */
export function semanticTokensIn(context: FeatureContext, range: Range): SemanticTokens {
  const [from, to] = [context.lines.offset(range.start), context.lines.offset(range.end)];
  return encode(
    context,
    tokensOf(context).filter(({ span }) => span.start <= to && from <= span.end),
  );
}

function tokensOf({ assessment }: FeatureContext): readonly Token[] {
  const { document, due } = assessment;
  return [
    ...document.gates.map((gate) => gateToken(document, gate, due)),
    ...idTokens(document),
    ...handleTokens(document),
  ];
}

function gateToken(document: ReleaseDocument, gate: Gate, due: ReadonlySet<string>): Token {
  const waiting = due.has(gate.id) && (gate.state === "open" || gate.state === "failed");
  return {
    span: document.span(gate.box),
    type: "releaseGate",
    modifiers: [gate.state, ...(waiting ? (["due"] as const) : []), ...(gate.critical ? (["critical"] as const) : [])],
  };
}

function* idTokens(document: ReleaseDocument): Generator<Token> {
  const spanOf = (at: Place): Span => unquoted(document, document.span(at));
  const declared = [...document.workItems, ...document.migrations].map(({ id }) => id);
  for (const { at } of declared) yield { span: spanOf(at), type: "releaseId", modifiers: ["declaration"] };
  const known = new Set(document.migrations.map(({ id }) => id.value));
  for (const { kind, names, target, at } of document.references) {
    if (kind !== "id") continue;
    const resolves = names !== "migration" || known.has(target);
    yield { span: spanOf(at), type: "releaseId", modifiers: resolves ? [] : ["unresolved"] };
  }
}

function* handleTokens(document: ReleaseDocument): Generator<Token> {
  for (const { value, at } of peopleIn(document)) {
    if (!value.startsWith("@")) continue;
    for (const span of handlesIn(document, at)) yield { span, type: "releaseHandle", modifiers: [] };
  }
}

function* peopleIn({ facts, workItems, rollback, milestones }: ReleaseDocument): Generator<Text> {
  yield* facts.owners;
  for (const { owner } of workItems) if (owner !== undefined) yield owner;
  for (const { owner } of rollback.steps) if (owner !== undefined) yield owner;
  if (rollback.owner !== undefined) yield rollback.owner;
  for (const { owner } of milestones) if (owner !== undefined) yield owner;
}

function handlesIn(document: ReleaseDocument, at: Place): readonly Span[] {
  const { start, end } = document.span(at);
  return [...document.text.slice(start, end).matchAll(/@[\w][\w./-]*/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** Tokens as LSP counts them: five numbers each, places relative to the token before. */
function encode({ lines }: FeatureContext, tokens: readonly Token[]): SemanticTokens {
  const encoded: number[] = [];
  let last = { line: 0, character: 0, end: 0 };
  for (const { span, type, modifiers: named } of [...tokens].sort((a, b) => a.span.start - b.span.start)) {
    const { line, character } = lines.position(span.start);
    if (span.end <= span.start || span.start < last.end || lines.position(span.end).line !== line) continue;
    const bits = named.reduce((sum, name) => sum | (1 << modifiers.indexOf(name)), 0);
    const column = line === last.line ? character - last.character : character;
    encoded.push(line - last.line, column, span.end - span.start, types.indexOf(type), bits);
    last = { line, character, end: span.end };
  }
  return { data: encoded };
}
