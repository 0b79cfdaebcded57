import type { ChecklistDocument, ChecklistGate } from "../../../server/src/lsp/protocol.ts";
import type { ChecklistNode, DocumentNode, GroupNode, Phase, SectionNode } from "./checklist-node.ts";
import type { Counts } from "./counts.ts";

/** A node as the tree shows it; without anything of the editor's, so that it can be tested. */
export interface NodeLabel {
  readonly label: string;
  readonly description: string;
  /** A codicon; each state has its own, so that none is told by colour alone. */
  readonly icon: string;
  /** A colour of the theme; absent for the icon's own. */
  readonly color?: string;
  /** Plain text. */
  readonly tooltip: string;
  /** All of it, for a screen reader. */
  readonly spoken: string;
  /** Space-separated words that menus ask for. */
  readonly context: string;
}

export const phaseNames: Readonly<Record<Phase, string>> = {
  "pre-release": "Pre-release",
  release: "Release",
  "post-release": "Post-release",
  rollback: "Rollback",
};

const phaseIcons: Readonly<Record<Phase, string>> = {
  "pre-release": "checklist",
  release: "rocket",
  "post-release": "pulse",
  rollback: "discard",
};

/** Says a node; `path` names a document in the workspace. */
export function nodeLabel(node: ChecklistNode, path: (uri: string) => string): NodeLabel {
  switch (node.is) {
    case "document":
      return documentLabel(node, path(node.document.uri));
    case "group":
      return groupLabel(node);
    case "section":
      return sectionLabel(node);
    case "gate":
      return gateLabel(node.gate);
  }
}

const verdictIcons: Readonly<Record<ChecklistDocument["verdict"], readonly [icon: string, color?: string]>> = {
  go: ["pass", "testing.iconPassed"],
  "no-go": ["error", "testing.iconFailed"],
  "not-ready": ["circle-slash"],
  none: ["dash"],
};

function documentLabel({ document, counts, group }: DocumentNode, path: string): NodeLabel {
  const { verdict, verdictTitle, blockers, title } = document;
  const label = documentName(document);
  const blocking = verdict === "no-go" && group === undefined ? `: ${plural(blockers, "blocker")}` : "";
  const [icon, color] = verdictIcons[verdict];
  const said = `${verdictTitle}${blocking}`;
  return {
    label,
    description: `${verdictTitle}, ${countWords(counts)} · ${path}`,
    icon,
    ...(color === undefined ? {} : { color }),
    tooltip: [title ?? label, path, `${said}, ${stageWords(document)}`, countWords(counts)].join("\n"),
    spoken: `${label}, ${said}, ${stageWords(document)}, ${countWords(counts)}, ${path}`,
    context: "document",
  };
}

/** `Runbook v2.1.0`: that it is about a release goes without saying here. */
export function documentName({ kind, version }: ChecklistDocument): string {
  const words = kind
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .replace(/^Release (?=Manifest|Runbook|Plan|Management|Checklist)/, "");
  return version === undefined ? words : `${words} ${version}`;
}

function stageWords({ stage, stageSource }: ChecklistDocument): string {
  const name = stage.replaceAll("-", " ");
  return stageSource === "assumed" ? `no status, judged as ${name}` : name;
}

function groupLabel({ group, counts }: GroupNode): NodeLabel {
  const byPhase = group.by === "phase";
  const label = byPhase ? phaseNames[group.phase] : group.owner === "" ? "No owner" : group.owner;
  const description = countWords(counts);
  return {
    label,
    description,
    icon: byPhase ? phaseIcons[group.phase] : group.owner === "" ? "question" : "person",
    tooltip: `${label}: ${description}`,
    spoken: `${byPhase ? "Phase" : "Owner"} ${label}, ${description}`,
    context: "group",
  };
}

function sectionLabel({ title, range, counts }: SectionNode): NodeLabel {
  const stretch = range === undefined ? "" : `${range.from}–${range.to}`;
  const label = title === "" ? `Gates ${stretch}`.trim() : [title, stretch].filter((part) => part !== "").join(", ");
  const description = countWords(counts);
  return {
    label,
    description,
    icon: "list-unordered",
    tooltip: `${label}: ${description}`,
    spoken: `Section ${label}, ${description}`,
    context: "section",
  };
}

/** `3 of 10 open, 1 failed, 2 due` */
export function countWords({ total, open, failed, due }: Counts): string {
  if (total === 0) return "no gates";
  if (open === 0) return total === 1 ? "1 gate answered" : `all ${total} answered`;
  const parts = [`${open} of ${total} open`];
  if (failed > 0) parts.push(`${failed} failed`);
  if (due > 0) parts.push(`${due} due`);
  return parts.join(", ");
}

function gateLabel(gate: ChecklistGate): NodeLabel {
  const { text, critical, required, owner } = gate;
  const [icon, color] = gateIcon(gate);
  const state = stateWords(gate);
  const more = [critical ? "critical" : "", required ? "" : "optional", owner ?? ""].filter((part) => part !== "");
  const description = [state === "open" || state === "checked" ? "" : state, ...more].filter((part) => part !== "");
  return {
    label: text,
    description: description.join(", "),
    icon,
    ...(color === undefined ? {} : { color }),
    tooltip: [text, [state, ...more].join(", "), `Line ${gate.range.start.line + 1}`].join("\n"),
    spoken: [text, state, ...more].join(", "),
    context: gateContext(gate),
  };
}

function gateIcon({ state, due }: ChecklistGate): readonly [icon: string, color?: string] {
  switch (state) {
    case "open":
      return due ? ["watch", "list.warningForeground"] : ["circle-outline"];
    case "checked":
      return ["pass", "testing.iconPassed"];
    case "failed":
      return ["error", "testing.iconFailed"];
    case "waived":
      return ["debug-step-over", "charts.purple"];
    case "notApplicable":
      return ["circle-slash", "disabledForeground"];
  }
}

/** How a gate stands: `open`, `due`, `checked by @alice, 2026-12-03`, `waived by @bob: no change`. */
export function stateWords({ state, due, by, when, reason, waiverIncomplete }: ChecklistGate): string {
  const who = by === undefined ? "" : ` by ${by}`;
  const why = reason === undefined ? "" : `: ${reason}`;
  switch (state) {
    case "open":
      if (waiverIncomplete === true) return "waiver without a reason, still open";
      return due ? "due" : "open";
    case "checked":
      return when === undefined ? `checked${who}` : `checked${who}, ${when}`;
    case "failed":
      return `failed${due ? ", due" : ""}${why}`;
    case "waived":
      return `waived${who}${why}`;
    case "notApplicable":
      return `N/A${why}`;
  }
}

/** What a menu may offer for a gate. */
const gateContext = ({ state, answers }: ChecklistGate): string =>
  ["gate", state, ...answers.flatMap((answer) => menuWords[answer] ?? [])].join(" ");

/** By these words `package.json` says when a command is offered; a gate is checked by its box. */
const menuWords: Readonly<Partial<Record<ChecklistGate["state"], string>>> = {
  open: "reopenable",
  failed: "failable",
  notApplicable: "skippable",
  waived: "waivable",
};

export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
