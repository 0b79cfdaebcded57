import { renderReport } from "../../render/report.ts";
import type { Reporter } from "../reporter.ts";
import type { VerdictReport } from "../verdict-report.ts";

/** The Go/No-Go page: for a job summary or a comment on a pull request. */
export const verdictMarkdown: Reporter<VerdictReport> = {
  name: "markdown",
  render: ({ documents }) => renderReport(documents),
};
