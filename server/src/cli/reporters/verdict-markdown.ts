import { isUnread } from "../../engine/index.ts";
import { type ReportDocument, renderReport } from "../../render/index.ts";
import type { VerdictReport } from "../reports/verdict-report.ts";
import type { Reporter } from "./reporter.ts";

/** What the Go/No-Go page tells of. */
export interface VerdictPage {
  readonly report: Pick<VerdictReport, "required" | "shaped">;
  readonly documents: readonly ReportDocument[];
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** The Go/No-Go page: for a job summary or a comment on a pull request. The editor shows the same report. */
export const verdictMarkdown: Reporter<VerdictPage> = {
  name: "markdown",
  render({ report, documents, today }, { addressOf }) {
    const linked = documents.map((document) => ({ ...document, linked: addressOf(document.path) !== undefined }));
    return renderReport(linked, {
      today,
      linkTo: (path, line) => addressOf(path, line) ?? "",
      fold: true,
      missing: [
        ...report.required.flatMap(({ reasons }) => reasons),
        ...report.shaped.filter(isUnread).map(({ sentence }) => sentence),
      ],
      shaped: report.shaped,
    });
  },
};
