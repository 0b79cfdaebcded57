import type { Pointer } from "../../text/json.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";
import { wholeDocument } from "../whole-document.ts";

/** The document says where the release stands. */
export const noStatus: Rule = {
  id: "structure/no-status",
  title: "The document says where the release stands",
  rationale:
    "Without a status nobody can tell which gates are due; the document is then assessed as approved, and its gates are only information.",
  severity: "information",
  bad: `---
kind: ReleaseChecklist
---
# Release Checklist: v2.1.0
`,
  good: `---
kind: ReleaseChecklist
status: approved
---
# Release Checklist: v2.1.0
`,
  inTemplates: false,
  declaredOnly: true,
  check({ document, kind, stage }, report) {
    if (!kind.judged || stage.source !== "assumed" || document.unreadable.some(mayHoldStatus)) return;
    const at = document.facts.status?.at ?? document.title?.at ?? wholeDocument(document);
    const { status, statusStated } = document.facts;
    const unknown = statusStated && status !== undefined && status.value !== "";
    report({
      at,
      message: unknown
        ? `Status ${quote(status.value)} is not known: write draft, in-review, approved, in-progress, completed, rolled-back or cancelled, or map it in .release-docs.yaml; assessed as approved`
        : "No status: say where the release stands (draft, in-review, approved, in-progress, completed); assessed as approved",
      fixes: (["draft", "approved", "in-progress"] as const).map((name) => ({
        title: `Set status to ${name}`,
        intention: { do: "set-status", status: name },
        certain: false,
      })),
    });
  },
};

/** A part that could not be read, and that a status may stand in. */
const mayHoldStatus = ([key]: Pointer): boolean => key === undefined || key === "release" || key === "frontMatter";
