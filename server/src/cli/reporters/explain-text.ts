import { largest } from "../../engine/index.ts";
import type { ExplainReport } from "../reports/explain-report.ts";
import { printable, printablePath } from "../terminal/printable.ts";
import type { Reporter } from "./reporter.ts";

/** The decisions about a file, one a line, and the rules that do anything else than what they do by themselves. */
export const explainText: Reporter<ExplainReport> = {
  name: "text",
  render({ path, decisions, rules }, { style }) {
    const width = largest(decisions.map(({ what }) => what.length));
    const applied = rules.filter(({ severity }) => severity !== "off" && severity !== "silent");
    const changed = rules.filter(({ why }) => !why.startsWith("its own"));
    const ruleWidth = largest([0, ...changed.map(({ rule }) => rule.length)]);
    const lines = [
      style.strong(printablePath(path)),
      ...decisions.map(
        ({ what, is, why }) => `  ${what.padEnd(width)}  ${style.strong(printable(is))}: ${printable(why)}`,
      ),
      ...(rules.length > 0
        ? [`  ${"rules".padEnd(width)}  ${style.strong(`${applied.length} of ${rules.length} apply`)}`]
        : []),
      ...changed.map(
        ({ rule, severity, why }) => `    ${rule.padEnd(ruleWidth)}  ${severity.padEnd(11)}  ${style.faint(why)}`,
      ),
    ];
    return `${lines.join("\n")}\n`;
  },
};
