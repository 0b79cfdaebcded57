/** The documents in the pictures, in the examples' folder. */
const MANIFEST = "checkout-v2.2.0/release-manifest.yaml";
const RUNBOOK = "checkout-v2.2.0/runbook.md";

/**
 * @typedef {import('./steps.mjs').Step} Step
 *
 * @typedef {object} Picture taken at this point; without any, a scene has one at its end, named as it is
 * @property {string} picture `docs/images/<picture>.png`
 * @property {{ x: number, y: number, width: number, height: number }} [clip] the part of it that matters
 *
 * @typedef {object} Scene
 * @property {string} name
 * @property {string} [file] opened at the start
 * @property {string} [workspace] a folder, from the root of the repository; `empty`: one with nothing in it; the examples without
 * @property {readonly (Step | Picture)[]} steps
 * @property {Record<string, unknown>} [settings] such as another theme
 * @property {{ width: number, height: number }} [size] of the window
 */

/** What the status bar shows once diagnostics have arrived. */
const PROBLEMS_COUNTED = '#status\\.problems:not([aria-label*="No Problems"]):not([aria-label=""])';

/** The window of the tour: small, so that its pictures are. */
const TOUR = { width: 760, height: 460 };

/** A gate in the checklist, with its box. */
const CHECKLIST_GATE = ".custom-view-tree-node-item-checkbox";

/** @param {string} place line:column, counted from 1 @returns {readonly Step[]} */
const goTo = (place) => [{ press: "Control+g" }, { see: ".quick-input-widget" }, { type: place }, { press: "Enter" }];

/** By keys: a mouse that has just left the palette takes the hover away. */
const SHOW_HOVER = [{ press: "Control+k" }, { press: "Control+i" }];

/** @param {string} theme @returns {readonly Step[]} */
const inTheme = (theme) => [
  { run: "Preferences: Color Theme" },
  { see: ".quick-input-list .monaco-list-row" },
  { type: theme },
  { see: `.quick-input-list .monaco-list-row.focused[aria-label^="${theme}"]` },
  { press: "Enter" },
];

/** @param {string} name @param {string} [theme] @returns {Scene} */
const previewScene = (name, theme) => ({
  name,
  file: MANIFEST,
  steps: [
    { see: PROBLEMS_COUNTED },
    ...(theme === undefined ? [] : inTheme(theme)),
    { run: "Release Docs: Open Release Preview" },
    { seeInside: "h1" },
  ],
});

/** @type {readonly Scene[]} */
export const SCENES = [
  previewScene("preview"),
  previewScene("preview-dark", "Dark 2026"),
  previewScene("preview-high-contrast", "Dark High Contrast"),
  {
    name: "completion",
    file: MANIFEST,
    steps: [
      { see: PROBLEMS_COUNTED },
      ...goTo("34:15"),
      { see: "[id='status.editor.selection'][aria-label*='Ln 34']" },
      { run: "Insert Line Below" },
      { run: "Trigger Suggest" },
      { see: ".suggest-widget.visible .monaco-list-row" },
    ],
  },
  {
    name: "quick-fix",
    file: MANIFEST,
    steps: [
      { see: PROBLEMS_COUNTED },
      ...goTo("30:11"),
      { run: "Quick Fix..." },
      { see: ".action-widget .monaco-list-row" },
    ],
  },
  {
    name: "hover",
    file: MANIFEST,
    steps: [
      { see: PROBLEMS_COUNTED },
      ...goTo("50:28"),
      ...SHOW_HOVER,
      { see: ".monaco-hover:not(.hidden) .hover-contents, .monaco-resizable-hover .hover-contents" },
    ],
  },
  {
    name: "outline",
    file: RUNBOOK,
    steps: [
      { see: PROBLEMS_COUNTED },
      { run: "Explorer: Focus on Outline View" },
      { see: ".outline-tree .monaco-list-row" },
    ],
  },
  {
    name: "problems",
    file: MANIFEST,
    steps: [
      { see: PROBLEMS_COUNTED },
      { run: "Problems: Focus on Problems View" },
      { see: ".markers-panel .monaco-list-row" },
    ],
  },
  {
    name: "checklist",
    file: MANIFEST,
    steps: [{ see: PROBLEMS_COUNTED }, { run: "Focus on Release Checklist View" }, { see: CHECKLIST_GATE }],
  },
  {
    name: "checklist-answered",
    file: MANIFEST,
    steps: [
      { see: PROBLEMS_COUNTED },
      { run: "Focus on Release Checklist View" },
      { click: `.monaco-list-row[aria-label^="Backups verified"] ${CHECKLIST_GATE}` },
      { see: '#releaseDocs\\.verdict, [aria-label*="No-Go: 5 blockers"]' },
      { see: '.monaco-list-row[aria-label^="Backups verified, checked"]' },
    ],
  },
  {
    name: "new-document",
    file: MANIFEST,
    steps: [
      { see: PROBLEMS_COUNTED },
      { run: "New Release Document" },
      { see: ".quick-input-list .monaco-list-row:nth-child(5)" },
      { picture: "new-document" },
      { picture: "../walkthrough/new-document", clip: { x: 332, y: 0, width: 618, height: 240 } },
    ],
  },
  {
    name: "report",
    file: MANIFEST,
    steps: [
      { see: PROBLEMS_COUNTED },
      { run: "Show Go/No-Go Report" },
      { seeInside: "h1" },
      { picture: "report" },
      { picture: "../walkthrough/report", clip: { x: 390, y: 60, width: 840, height: 250 } },
    ],
  },
  {
    name: "tour",
    workspace: "test/vscode/tour",
    file: "release-manifest.yaml",
    size: TOUR,
    settings: { "window.customTitleBarVisibility": "never", "breadcrumbs.enabled": false, "editor.codeLens": false },
    steps: [
      { run: "View: Close Primary Side Bar" },
      { see: '[aria-label*="No-Go: 3 blockers"]' },
      { picture: "tour-1" },
      ...goTo("10:10"),
      ...SHOW_HOVER,
      { see: '.hover-contents:has-text("Every change can be undone")' },
      { picture: "tour-2" },
      { picture: "../walkthrough/findings", clip: { x: 40, y: 190, width: 720, height: 180 } },
      { press: "Escape" },
      { run: "Quick Fix..." },
      { see: ".action-widget .monaco-list-row" },
      { picture: "tour-3" },
      { press: "Enter" },
      { type: "search.newIndex" },
      { press: "Escape" },
      { see: '[aria-label*="No-Go: 2 blockers"]' },
      { run: "Focus on Release Checklist View" },
      { click: `.monaco-list-row[aria-label^="Backups verified"] ${CHECKLIST_GATE}` },
      { see: '.monaco-list-row[aria-label^="Backups verified, checked"]' },
      { see: '[aria-label*="No-Go: 1 blocker"]' },
      { picture: "tour-4" },
      { picture: "../walkthrough/checklist", clip: { x: 50, y: 4, width: 300, height: 190 } },
      { click: `.monaco-list-row[aria-label^="Load test passed"] ${CHECKLIST_GATE}` },
      { see: '[aria-label*="verdict: Go"]' },
      { run: "View: Close Primary Side Bar" },
      { run: "Release Docs: Open Release Preview" },
      { seeInside: ".banner.go" },
      { picture: "tour-5" },
      { picture: "../walkthrough/preview", clip: { x: 52, y: 40, width: 700, height: 200 } },
    ],
  },
  {
    name: "welcome",
    workspace: "empty",
    size: { width: 880, height: 500 },
    steps: [
      { click: '.activitybar .action-item [aria-label^="Release Checklist"]' },
      { see: ".welcome-view-content a.monaco-button" },
      { see: '.statusbar:not(:has-text("Activating Extensions"))' },
      { picture: "welcome", clip: { x: 0, y: 0, width: 420, height: 360 } },
    ],
  },
  {
    name: "walkthrough",
    steps: [
      { run: "View: Close Primary Side Bar" },
      { run: "Welcome: Open Walkthrough..." },
      { click: '.quick-input-list .monaco-list-row[aria-label*="Get Started with Release Docs"]' },
      { see: ".getting-started-step.expanded" },
      { seeInside: "img" },
    ],
  },
];
