/** The commands of the extension, as `package.json` contributes them. */
export const commandIds = {
  showBlockers: "releaseDocs.showBlockers",
  restartServer: "releaseDocs.restartServer",
  showOutput: "releaseDocs.showOutput",
} as const;

/** Commands behind what the server shows, with arguments: of no use by name. */
export const innerCommandIds = {
  showOpenGates: "releaseDocs.showOpenGates",
} as const;
