/** The commands that begin documents, as `package.json` contributes them. */
export const newDocumentCommands = {
  newDocument: "releaseDocs.newDocument",
  startFromTemplate: "releaseDocs.startFromTemplate",
} as const;
