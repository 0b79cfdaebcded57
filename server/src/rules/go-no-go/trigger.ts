import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";

/** No automatic no-go trigger is ticked. */
export const trigger: Rule = {
  id: "go-no-go/trigger",
  title: "No automatic no-go trigger is ticked",
  rationale: "The team agreed beforehand that this means no release.",
  severity: "error",
  bad: `## Go/No-Go

### Automatic No-Go Triggers

- [x] Critical security vulnerability
`,
  good: `## Go/No-Go

### Automatic No-Go Triggers

- [ ] Critical security vulnerability
`,
  inTemplates: false,
  declaredOnly: false,
  check({ document, stage }, report) {
    if (stage.stage === "cancelled") return;
    for (const { text, ticked, at } of document.noGoTriggers) {
      if (!ticked) continue;
      report({
        at,
        message: `No-go trigger ${quote(text)} is ticked: the release does not go until it is resolved`,
        blocks: true,
      });
    }
  },
};
