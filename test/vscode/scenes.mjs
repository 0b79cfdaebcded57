/** The documents in the pictures, in the examples' folder. */
const MANIFEST = "checkout-v2.2.0/release-manifest.yaml";

/**
 * One thing a person does, or waits to see: `run` a command by its title in the palette; `click` or `see` what a
 * selector names; `press` a key; `type` text.
 *
 * @typedef {{ run: string } | { click: string } | { see: string } | { press: string } | { type: string }} Step
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

/** @type {readonly Scene[]} */
export const SCENES = [
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
    steps: [
      { see: PROBLEMS_COUNTED },
      { run: "Focus on Release Checklist View" },
      { see: CHECKLIST_GATE },
      { press: "ArrowDown" },
      { press: "ArrowDown" },
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
    steps: [
      { see: PROBLEMS_COUNTED },
      { run: "Show Go/No-Go Report" },
      { see: ".tab[data-resource-name='Go or No-Go.md'], .tab[aria-label*='Go or No-Go']" },
    ],
  },
];
