import type { ScalarNode, YamlNode } from "../../../text/yaml/node.ts";
import { expression } from "../../../words/lists.ts";
import { findPlaceholders, isPlaceholder } from "../../../words/placeholder.ts";
import type { Placeholder, Reference } from "../../model.ts";

/** What is taken from every scalar of a part, wherever it stands. */
export interface Harvest {
  readonly placeholders: readonly Placeholder[];
  readonly references: readonly Reference[];
}

const none: Harvest = { placeholders: [], references: [] };
const codeKeys = new Set(["command", "script"]);
const fileKeys = new Set(["runbook", "script"]);
const worthALook = expression(
  (_, behind) => `[[{_/]|X\\.Y|YYYY|${behind("toBeDecided")}|\\.(?:md|sql|sh|ya?ml)\\b`,
  "",
);

/** Placeholders and references of a value. `key` names it, as far as known. */
export function harvest(node: YamlNode | undefined, key: string): Harvest {
  if (node === undefined || !worthALook().test(node.part.text)) return none;
  const placeholders: Placeholder[] = [];
  const references: Reference[] = [];
  const seen = new Set<YamlNode>();
  const open: { readonly node: YamlNode; readonly key: string }[] = [{ node, key }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.node.kind === "scalar") {
      if (next.node.end > next.node.start) takeScalar(next.node, next.key, placeholders, references);
      continue;
    }
    // Aliases share their node: it is looked at once.
    if (seen.has(next.node)) continue;
    seen.add(next.node);
    if (next.node.kind === "map") {
      for (const entry of next.node.entries) open.push({ node: entry.node, key: entry.keyText });
    } else for (const item of next.node.items) open.push({ node: item, key: next.key });
  }
  const byPosition = (a: Placeholder | Reference, b: Placeholder | Reference): number => a.at.start - b.at.start;
  return { placeholders: placeholders.sort(byPosition), references: references.sort(byPosition) };
}

function takeScalar(node: ScalarNode, key: string, placeholders: Placeholder[], references: Reference[]): void {
  const { part } = node;
  const source = part.text.slice(node.start, node.end);
  // Brackets in a command may be its own; a command that is nothing but a blank is none.
  const mode = codeKeys.has(key) && !isPlaceholder(source) ? "code" : "prose";
  for (const { start, end } of findPlaceholders(source, mode)) {
    const at = { part, start: node.start + start, end: node.start + end };
    placeholders.push({ text: source.slice(start, end), at });
  }
  const target = node.text.trim();
  if (target === "" || /\s/.test(target) || isPlaceholder(target)) return;
  const at = { part, start: node.start, end: node.end };
  if (/^https?:\/\//i.test(target)) references.push({ kind: "url", target, at });
  else if (/^\.{1,2}\//.test(target) || (fileKeys.has(key) && isPath(target))) {
    references.push({ kind: "file", target, at });
  } else if (fileKeys.has(key) && target.startsWith("#")) references.push({ kind: "anchor", target, at });
}

/** A relative path and no word, command or address. */
const isPath = (target: string): boolean =>
  !/^[a-z][\w+.-]*:|^[/#@]|[{}<>$|*]/i.test(target) && /\/|\.\w{1,5}(?:#|$)/.test(target);
