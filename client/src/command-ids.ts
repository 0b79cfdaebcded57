import { checklistCommands } from "./checklist/checklist-commands.ts";
import { newDocumentCommands } from "./new-document/new-document-commands.ts";
import { previewCommands } from "./preview/preview-commands.ts";
import { reportCommands } from "./report/report-commands.ts";

/** The commands of the extension, as `package.json` contributes them. */
export const commandIds = {
  showBlockers: "releaseDocs.showBlockers",
  restartServer: "releaseDocs.restartServer",
  showOutput: "releaseDocs.showOutput",
  showPreview: previewCommands.show,
  showPreviewToSide: previewCommands.showToSide,
  exportHtml: previewCommands.exportHtml,
  print: previewCommands.print,
  ...newDocumentCommands,
  useManifestLanguage: "releaseDocs.useManifestLanguage",
  showReport: reportCommands.show,
  showReportSource: reportCommands.showSource,
  copyReport: reportCommands.copy,
  saveReport: reportCommands.save,
  filterChecklist: checklistCommands.filter,
  groupChecklist: checklistCommands.group,
  copyChecklist: checklistCommands.copy,
  revealGate: checklistCommands.reveal,
  signOffGate: checklistCommands.signOff,
  waiveGate: checklistCommands.waive,
  gateNotApplicable: checklistCommands.notApplicable,
  failGate: checklistCommands.fail,
  reopenGate: checklistCommands.reopen,
} as const;

/** Commands behind what the server shows, with arguments: of no use by name. */
export const innerCommandIds = {
  showOpenGates: "releaseDocs.showOpenGates",
} as const;
