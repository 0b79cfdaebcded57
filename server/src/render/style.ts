/**
 * The look of a rendered document, in the preview and in an exported page. In VS Code its colours come from the theme's
 * variables; elsewhere from the page's own palette. High contrast keeps to text, border and focus colours.
 */
export const style = `
:root {
  color-scheme: light dark;
  --page: var(--vscode-editor-background, #ffffff);
  --text: var(--vscode-editor-foreground, #1f2328);
  --quiet: var(--vscode-descriptionForeground, #57606a);
  --link: var(--vscode-textLink-foreground, #0757c0);
  --line: var(--vscode-panel-border, #d0d7de);
  --tint: var(--vscode-textCodeBlock-background, #f3f5f7);
  --focus: var(--vscode-focusBorder, #0757c0);
  --go: #176b33;
  --no-go: #a8202b;
  --not-ready: #7d5200;
  --no-verdict: #4b5563;
  --good: #176b33;
  --bad: #b3232c;
  --warn: #8a5a00;
  --mark: #fff3bf;
  --mark-text: #3d2f00;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  --mono: var(--vscode-editor-font-family, ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace);
}
[data-theme="dark"] {
  color-scheme: dark;
  --page: #0f1419; --text: #e6e9ed; --quiet: #9aa4af; --link: #78b0ff; --line: #30363d; --tint: #1a2028; --focus: #78b0ff;
}
[data-theme="light"] { color-scheme: light; }
.vscode-dark, [data-theme="dark"] {
  --good: #5fcf80; --bad: #ff8a82; --warn: #e3b341; --mark: #4d3f00; --mark-text: #ffe9a3;
}
@media (prefers-color-scheme: dark) {
  [data-theme="auto"] {
    --page: #0f1419; --text: #e6e9ed; --quiet: #9aa4af; --link: #78b0ff; --line: #30363d; --tint: #1a2028; --focus: #78b0ff;
    --good: #5fcf80; --bad: #ff8a82; --warn: #e3b341; --mark: #4d3f00; --mark-text: #ffe9a3;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 1.5rem 2rem 4rem; max-width: 60rem;
  background: var(--page); color: var(--text);
  font: 1rem/1.6 var(--sans); overflow-wrap: break-word;
}
a { color: var(--link); text-underline-offset: 0.15em; }
a:focus-visible, summary:focus-visible, input:focus-visible, .table:focus-visible {
  outline: 2px solid var(--focus); outline-offset: 2px;
}
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 0.75rem; font-weight: 650; text-wrap: balance; }
h1 { font-size: 1.9rem; letter-spacing: -0.01em; margin-top: 1.5rem; }
h2 { font-size: 1.35rem; padding-bottom: 0.3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.1rem; }
h2 + h3, h3 + h4 { margin-top: 1rem; }
h4, h5, h6 { font-size: 1rem; }
p, ul, ol, dl, pre, blockquote { margin: 0 0 1rem; }
ul, ol { padding-left: 1.6rem; }
li > ul, li > ol, td > ul, dd > ul { margin: 0.15rem 0 0; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
blockquote > :last-child { margin-bottom: 0; }
blockquote { padding: 0.1rem 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
.lead { font-size: 1.1rem; }
.nothing, .line, .answer { color: var(--quiet); }
.line { white-space: nowrap; }
code, pre, kbd { font-family: var(--mono); font-size: 0.9em; }
code { background: var(--tint); padding: 0.1em 0.3em; border-radius: 3px; }
kbd { border: 1px solid var(--line); border-radius: 3px; padding: 0.05em 0.35em; }
pre { background: var(--tint); padding: 0.8rem 1rem; border-radius: 6px; white-space: pre-wrap; overflow-wrap: anywhere; }
pre code { background: none; padding: 0; font-size: inherit; }

.banner { margin: 0 0 2rem; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.banner > * { margin: 0; padding: 0.8rem 1.2rem; }
.banner > * + * { border-top: 1px solid var(--line); }
.verdict { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.2rem 0.9rem; color: #fff; background: var(--no-verdict); }
.verdict strong { font-size: 1.7rem; line-height: 1.3; font-weight: 750; letter-spacing: -0.01em; }
.banner.go .verdict { background: var(--go); }
.banner.no-go .verdict { background: var(--no-go); }
.banner.not-ready .verdict { background: var(--not-ready); }
.blockers p, .blockers ul, .waivers ul, .shaped ul, .findings ul, .notice ul { margin: 0; }
.blockers p { font-weight: 600; margin-bottom: 0.3rem; }
.blockers ul + p, .blockers details + p { margin-top: 0.9rem; }
.blockers ul { padding: 0; list-style: none; }
.blockers li { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1.2rem; padding: 0.2rem 0; }
.blockers li .state { grid-column: 1; justify-self: start; }
.blockers a { text-decoration: none; }
.blockers a:hover { text-decoration: underline; }
.blockers summary { padding: 0.2rem 0; }
summary { cursor: pointer; }
.waivers, .shaped, .read-only { color: var(--quiet); }
.progress { display: grid; grid-template-columns: auto 1fr auto; gap: 0.3rem 1rem; align-items: center; }
.progress p { display: contents; }
.count { font-variant-numeric: tabular-nums; }
progress {
  appearance: none; width: 100%; height: 0.55rem; border: 0; border-radius: 1rem; overflow: hidden; background: var(--line);
}
progress::-webkit-progress-bar { background: var(--line); }
progress::-webkit-progress-value { background: var(--good); }
progress::-moz-progress-bar { background: var(--good); }
.notice { border: 1px solid var(--warn); border-radius: 6px; padding: 0.8rem 1.2rem; margin: 0 0 1rem; }

.table, .chart { overflow-x: auto; margin: 0 0 1.2rem; border: 1px solid var(--line); border-radius: 6px; }
.table.long { max-height: 85vh; overflow-y: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.95em; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 0.75rem; border-top: 1px solid var(--line); }
thead th, thead td { background: var(--tint); font-weight: 600; border-top: 0; white-space: nowrap; }
.table.long thead th, .table.long thead td { position: sticky; top: 0; z-index: 1; }
tbody th { font-weight: 500; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; }
td ul, dd ul { padding-left: 1.1rem; }
td code { overflow-wrap: anywhere; }
.risk.high, .risk.critical { color: var(--bad); font-weight: 600; }

.pairs { display: grid; gap: 0.25rem 1rem; }
.pairs > div { display: grid; grid-template-columns: minmax(6rem, 11rem) minmax(0, 3fr); gap: 1rem; }
.pairs dt { color: var(--quiet); }
.pairs dd { margin: 0; min-width: 0; }
td .pairs, dd .pairs { margin: 0; }
td { min-width: 4.5rem; }
td .pairs { min-width: 13rem; }
td .pairs > div, dd .pairs > div { grid-template-columns: auto minmax(0, 1fr); gap: 0.6rem; }
.front-matter { font-size: 0.9em; padding-bottom: 0.8rem; border-bottom: 1px solid var(--line); }
.phase { border-left: 3px solid var(--line); padding-left: 1.1rem; margin-bottom: 1.5rem; }
.phase h3 { margin-top: 0; }

.task, .gates li { list-style: none; }
.gates { padding-left: 1.6rem; }
input[type="checkbox"] {
  appearance: none; position: relative; font: inherit; width: 1.1em; height: 1.1em; margin: 0 0.35em 0 0; vertical-align: -0.18em;
  border: 1.5px solid var(--quiet); border-radius: 3px; background: var(--page);
}
li.task > input:first-child, li.task > p:first-child > input:first-child, .gates li > input:first-child {
  margin: 0 0.22rem 0 -1.6rem;
}
input[data-option]:not(:first-child) { margin: 0 0.1em 0 0.5em; }
input[type="checkbox"]:checked { background: var(--good); border-color: var(--good); }
input[type="checkbox"]:checked::before {
  content: ""; position: absolute; inset: 0.16em 0.12em 0.36em; rotate: -45deg;
  border: solid var(--page); border-width: 0 0 2px 2px;
}
input[type="checkbox"][data-due] { border: 2px solid var(--warn); }
input[type="checkbox"][data-state="failed"] { border: 2px solid var(--bad); }
input:enabled { cursor: pointer; }
.state, .severity {
  display: inline-block; font-size: 0.78em; font-weight: 600; line-height: 1.5; padding: 0 0.5em;
  border: 1px solid currentColor; border-radius: 1em; color: var(--quiet); white-space: nowrap;
}
.state.failed, .state.crit, .severity.error { color: var(--bad); }
.state.waived, .state.active, .severity.warning { color: var(--warn); }
.state.done { color: var(--good); }
mark.placeholder { background: var(--mark); color: var(--mark-text); border-radius: 3px; padding: 0 0.2em; }
.finding { text-decoration: underline wavy 1px; text-underline-offset: 0.25em; text-decoration-color: var(--quiet); }
.finding:has(> mark.placeholder) { text-decoration: none; }
.finding.error { text-decoration-color: var(--bad); }
.finding.warning { text-decoration-color: var(--warn); }
.findings { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.findings li { margin: 0.3rem 0; }

.timeline { min-width: 34rem; }
.timeline caption { text-align: left; font-weight: 600; padding: 0.45rem 0.75rem; }
.timeline td { white-space: nowrap; font-variant-numeric: tabular-nums; }
.timeline .bar { width: 45%; padding-right: 1rem; }
.timeline svg { display: block; overflow: visible; margin-top: 0.25em; }
.timeline [scope="rowgroup"] { font-weight: 600; padding-top: 0.9rem; }
.task { fill: var(--link); }
.task.done { fill: var(--good); }
.task.crit { fill: var(--bad); }

.vscode-high-contrast, .vscode-high-contrast-light {
  --line: var(--vscode-contrastBorder, currentColor); --tint: var(--page); --quiet: var(--text);
  --good: var(--text); --bad: var(--text); --warn: var(--text); --mark: var(--page); --mark-text: var(--text);
}
.vscode-high-contrast .verdict, .vscode-high-contrast-light .verdict {
  background: var(--page) !important; color: var(--text);
}
.vscode-high-contrast .banner, .vscode-high-contrast-light .banner { border-width: 3px; }
.vscode-high-contrast progress, .vscode-high-contrast-light progress { border: 1px solid var(--line); background: var(--page); }
.vscode-high-contrast progress::-webkit-progress-bar, .vscode-high-contrast-light progress::-webkit-progress-bar {
  background: var(--page);
}
.vscode-high-contrast mark.placeholder, .vscode-high-contrast-light mark.placeholder { outline: 1px dashed var(--text); }

.visually-hidden { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

@media (max-width: 36rem) {
  body { padding: 1rem; }
  h1 { font-size: 1.6rem; }
  .banner > * { padding: 0.7rem 0.9rem; }
  th, td { padding: 0.4rem 0.55rem; }
  thead th, thead td { white-space: normal; }
  td .pairs > div, dd .pairs > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media (max-width: 22rem) {
  .pairs > div { grid-template-columns: minmax(0, 1fr); gap: 0; }
}
@media print {
  :root, [data-theme] { --page: #fff; --text: #000; --quiet: #444; --link: #000; --line: #bbb; --tint: #f5f5f5; color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .verdict, progress, input, .task, mark.placeholder { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .table, .table.long, .chart { overflow: visible; max-height: none; }
  thead { display: table-header-group; }
  tr, li, pre, .banner { break-inside: avoid; }
  h1, h2, h3, h4 { break-after: avoid; }
  main a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.85em; overflow-wrap: anywhere; }
}
`;
