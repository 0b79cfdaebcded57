import { commandOnFile, commandOnWorkspace } from "./command.mjs";
import { completionAndHover } from "./completion-and-hover.mjs";
import { growth } from "./growth.mjs";
import { keystrokeMarkdown } from "./keystroke-markdown.mjs";
import { keystrokeYaml } from "./keystroke-yaml.mjs";
import { memory } from "./memory.mjs";
import { preview } from "./preview.mjs";
import { size } from "./size.mjs";
import { start } from "./start.mjs";

/** Every row of the budget, in its order. A row answers lines of the report, or throws `Skipped`. */
export const rows = [
  ...keystrokeYaml,
  ...completionAndHover,
  keystrokeMarkdown,
  start,
  preview,
  commandOnWorkspace,
  commandOnFile,
  growth,
  size,
  memory,
];
