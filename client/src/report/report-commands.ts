/** The commands of the Go/No-Go report, as `package.json` contributes them. */
export const reportCommands = {
  show: "releaseDocs.showReport",
  showSource: "releaseDocs.showReportSource",
  copy: "releaseDocs.copyReport",
  save: "releaseDocs.saveReport",
} as const;
