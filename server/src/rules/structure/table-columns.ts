import { headingOf } from "../../text/values/key-words.ts";
import { quote } from "../quote.ts";
import type { Rule } from "../rule.ts";
import { missingColumns, misspelt } from "../schema-errors.ts";

/** Tables have the columns of the kind. */
export const tableColumns: Rule = {
  id: "structure/table-columns",
  title: "Tables have the columns of the kind",
  rationale: "A smoke-test table without a result column cannot show that anything passed.",
  severity: "warning",
  bad: `| Test | Type |
|---|---|
| Health check | Critical |
`,
  good: `| Test | Type | Expected Result | Pass |
|---|---|---|---|
| Health check | Critical | 200 | [ ] |
`,
  inTemplates: true,
  declaredOnly: true,
  check(context, report) {
    for (const error of missingColumns(context)) {
      const name = error.property ?? "";
      const intention = { do: "insert-property", pointer: error.pointer, name } as const;
      const add = { title: `Add column ${quote(headingOf(name))}`, intention, certain: false };
      report({ at: error.at, message: error.message, fixes: [...misspelt(context, error), add] });
    }
  },
};
