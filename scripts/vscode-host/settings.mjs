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

/** For tests: in Restricted Mode nobody is there to answer a dialog. */
export const TEST_SETTINGS = { ...CALM_SETTINGS, "security.workspace.trust.startupPrompt": "never" };
