/** The commands of the extension, as `package.json` contributes them. */
export const commandIds = {
  showBlockers: "releaseDocs.showBlockers",
  restartServer: "releaseDocs.restartServer",
  showOutput: "releaseDocs.showOutput",
} as const;
