import { append } from "../../../text/append.ts";
import type { YamlNode } from "../../../text/yaml/node.ts";
import type { Intention } from "../../intention.ts";
import type { Editing } from "./editing.ts";

type Suppress = Extract<Intention, { readonly do: "suppress" }>;

/** Writes `# release-docs-disable-next-line …` above the line of a place; false where a comment cannot stand there. */
export function suppress(editing: Editing, { at, rule, reason }: Suppress): boolean {
  const { start } = editing.span(at);
  const line = editing.lineStart(start);
  if (reachesInto(editing, line)) return false;
  const why = reason.replace(/\s+/g, " ").trim();
  const above = editing.document.directives.find(
    (directive) => directive.scope === "next-line" && editing.nextLine(editing.span(directive.at).start) === line,
  );
  const last = above?.rules.at(-1);
  if (last !== undefined) {
    const { end } = editing.span(last.at);
    editing.change({ start: end, end }, `, ${rule}`);
    return true;
  }
  const bom = line === 0 && editing.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const indent = /^ */.exec(editing.text.slice(line + bom))?.[0] ?? "";
  const comment = `${indent}# release-docs-disable-next-line ${rule}${why === "" ? "" : ` -- ${why}`}`;
  editing.change({ start: line + bom, end: line + bom }, comment + editing.eol);
  return true;
}

/** Whether a line begins inside a scalar, so that a comment above it would become text. */
function reachesInto(editing: Editing, line: number): boolean {
  const open: YamlNode[] = [editing.document.root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === "map") for (const entry of node.entries) open.push(entry.node);
    else if (node.kind === "sequence") append(open, node.items);
    else {
      const { start, end } = editing.span(node);
      if (start < line && line < end) return true;
    }
  }
  return false;
}
