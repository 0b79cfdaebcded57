/** The documents in the pictures, in the examples' folder. */
const MANIFEST = "checkout-v2.2.0/release-manifest.yaml";
const RUNBOOK = "checkout-v2.2.0/runbook.md";

/**
 * @typedef {import('./steps.mjs').Step} Step
 *
 * @typedef {object} Scene
 * @property {string} name the picture is `docs/images/<name>.png`
 * @property {string} file opened at the start, in the examples' folder
 * @property {readonly Step[]} steps
 * @property {Record<string, unknown>} [settings] such as another theme
 */

/** What the status bar shows once diagnostics have arrived. */
const PROBLEMS_COUNTED = '#status\\.problems:not([aria-label*="No Problems"]):not([aria-label=""])';

/** A gate in the checklist, with its box. */
const CHECKLIST_GATE = ".custom-view-tree-node-item-checkbox";

/** @param {string} place line:column, counted from 1 @returns {readonly Step[]} */
const goTo = (place) => [{ press: "Control+g" }, { see: ".quick-input-widget" }, { type: place }, { press: "Enter" }];

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
      { run: "Show or Focus Hover" },
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
    ],
  },
  {
    name: "report",
    file: MANIFEST,
    steps: [{ see: PROBLEMS_COUNTED }, { run: "Show Go/No-Go Report" }, { seeInside: "h1" }],
  },
];
