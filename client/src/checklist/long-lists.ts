import type { GateNode, SectionNode } from "./checklist-node.ts";
import { count } from "./counts.ts";

/** With more gates than this side by side, a list is shown by its sections, and a section by stretches of so many. */
const longList = 100;

/**
 * The gates of a list, or, where there are many, the sections that they stand in. Who looks at a few of a thousand gates then pays
 * for a few: the editor asks for what is opened, and asks again when a count changes.
 */
export function byStretches(scope: string, nodes: readonly GateNode[]): readonly (GateNode | SectionNode)[] {
  if (nodes.length <= longList) return nodes;
  const times = new Map<string, number>();
  let due = false;
  return runsOf(nodes).flatMap((run) => {
    const title = run[0]?.gate.section ?? "";
    const time = (times.get(title) ?? 0) + 1;
    times.set(title, time);
    const id = `${scope}|section:${time === 1 ? title : `${title}#${time}`}`;
    return stretchesOf(run).map((gates, index, all): SectionNode => {
      const counts = count(gates.flatMap(withNested));
      const isFirstDue = !due && counts.due > 0;
      due ||= isFirstDue;
      const from = index * longList + 1;
      const range = all.length === 1 ? {} : { range: { from, to: from + gates.length - 1 } };
      return { is: "section", id: `${id}|${index}`, title, ...range, counts, gates, isFirstDue };
    });
  });
}

/** Neighbours of one section. */
function runsOf(nodes: readonly GateNode[]): readonly (readonly GateNode[])[] {
  const runs: GateNode[][] = [];
  let before: GateNode | undefined;
  for (const node of nodes) {
    if (before !== undefined && before.gate.section === node.gate.section) runs.at(-1)?.push(node);
    else runs.push([node]);
    before = node;
  }
  return runs;
}

function stretchesOf(run: readonly GateNode[]): readonly (readonly GateNode[])[] {
  return Array.from({ length: Math.ceil(run.length / longList) }, (_, index) =>
    run.slice(index * longList, (index + 1) * longList),
  );
}

const withNested = ({ gate, nested }: GateNode): readonly GateNode["gate"][] => [gate, ...nested.flatMap(withNested)];
