import { readFileSync } from "node:fs";
import { join } from "node:path";
import { table } from "./table.mjs";

const languages = [
  { heading: "In a manifest (`release-manifest`)", file: "release-manifest.code-snippets.json" },
  { heading: "In Markdown (`markdown`)", file: "markdown.json" },
];

/** What a prefix is about; the first that fits counts. What fits none is listed as more. */
const topics = [
  [
    "The head of a document",
    /^rd-(manifest|front-matter|metadata|release-(fields|information)|release$|overview|plan-|status)/,
  ],
  ["Gates, in every form", /^rd-(gate|checklist|pre-|post-release|quality|definition|validation|documentation)/],
  ["Scope and migrations", /^rd-(scope|release-scope|objectives|item|migration|data-migration|feature)/],
  ["Testing", /^rd-(testing|suite|security|smoke|success)/],
  [
    "Build, deployment, rollout",
    /^rd-(build|artifact|deployment|rollout|phase|traffic|abort|strategy|blue|step|infra|flag)/,
  ],
  ["Rollback, and how one item is undone", /^rd-(rollback|undo|when-to|post-rollback)/],
  ["Approvals and Go/No-Go", /^rd-(approval|sign-off|go-no-go|no-go|risk-acceptance|governance)/],
  ["Milestones and risks", /^rd-(milestone|gantt|risk|known-risk)/],
  ["People and communication", /^rd-(contact|stakeholder|communication|announcement|channel|knowledge)/],
  ["Watching the release", /^rd-(observability|alert|monitoring|logging|metrics|link|issue)/],
  ["Notes and reports", /^rd-(notes|report)/],
  ["Silencing a finding", /^rd-disable/],
  ["More", /^/],
];

/**
 * Every snippet: its prefix, its name and what it is for.
 * @param {string} root
 */
export function snippets(root) {
  return languages
    .map(({ heading, file }) => {
      const rows = read(root, file).map(({ prefix, name, description }) => [`\`${prefix}\``, name, description]);
      return `## ${heading}\n\n${table(["prefix", "inserts", "what it is for"], rows)}`;
    })
    .join("\n\n");
}

/**
 * The prefixes alone, by what they are about.
 * @param {string} root
 */
export function snippetsByTopic(root) {
  const [manifest = [], markdown = []] = languages.map(({ file }) => read(root, file).map(({ prefix }) => prefix));
  const about = (/** @type {readonly string[]} */ prefixes, /** @type {string} */ topic) =>
    prefixes.filter((prefix) => topics.find(([, pattern]) => pattern.test(prefix))?.[0] === topic);
  const rows = topics
    .map(([topic]) => [topic, about(manifest, topic), about(markdown, topic)])
    .filter(([, ...lists]) => lists.some((list) => list.length > 0))
    .map(([topic, ...lists]) => [topic, ...lists.map((list) => list.map((prefix) => `\`${prefix}\``).join(" "))]);
  return table(["", "in a manifest", "in Markdown"], rows);
}

/**
 * @param {string} root
 * @param {string} file
 */
function read(root, file) {
  return Object.entries(JSON.parse(readFileSync(join(root, "snippets", file), "utf8")))
    .map(([name, { prefix, description }]) => ({ name, prefix, description }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}
