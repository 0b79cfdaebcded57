/*
 * Manifest ↔ Markdown ↔ YAML.
 */

export { differences } from "./differences.ts";
export { manifestToMarkdown } from "./manifest-to-markdown.ts";
export { manifestToYaml } from "./manifest-to-yaml.ts";
export { type Leftover, markdownToManifest } from "./markdown-to-manifest.ts";
export { readYamlComments } from "./yaml-comments.ts";
