/** The commands of the checklist, as `package.json` contributes them. */
export const checklistCommands = {
  filter: "releaseDocs.checklist.filter",
  group: "releaseDocs.checklist.group",
  copy: "releaseDocs.checklist.copy",
  reveal: "releaseDocs.checklist.reveal",
  signOff: "releaseDocs.checklist.signOff",
  waive: "releaseDocs.checklist.waive",
  notApplicable: "releaseDocs.checklist.notApplicable",
  fail: "releaseDocs.checklist.fail",
  reopen: "releaseDocs.checklist.reopen",
} as const;
