/** The commands of the preview, as `package.json` contributes them. */
export const previewCommands = {
  show: "releaseDocs.showPreview",
  showToSide: "releaseDocs.showPreviewToSide",
  exportHtml: "releaseDocs.exportHtml",
  print: "releaseDocs.print",
} as const;
