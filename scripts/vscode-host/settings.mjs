/** Settings that calm the workbench: no welcome page, no chat, nothing that calls home. */
export const CALM_SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.tips.enabled": false,
  "chat.disableAIFeatures": true,
  "telemetry.telemetryLevel": "off",
  "extensions.ignoreRecommendations": true,
  "git.openRepositoryInParentFolders": "never",
};

/** For tests: nothing is saved by itself, as on a desktop, and in Restricted Mode nobody is there to answer a dialog. */
export const TEST_SETTINGS = {
  ...CALM_SETTINGS,
  "files.autoSave": "off",
  "security.workspace.trust.startupPrompt": "never",
};
