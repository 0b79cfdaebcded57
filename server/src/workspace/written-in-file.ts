import { createLineIndex } from "../text/line-index.ts";
import type { ConfigurationNode } from "./configuration-node.ts";
import type { SettingName, Written } from "./written.ts";

/**
 * Notes where each setting of a configuration file stands.
 *
 * @param root The file's mapping, which reports no problems: they were told when it was read.
 * @param names The settings that there are.
 */
export function writtenInFile(
  text: string,
  root: ConfigurationNode,
  names: readonly SettingName[],
): readonly Omit<Written, "uri">[] {
  const lines = createLineIndex(text);
  const lineOf = (offset: number): number => lines.position(offset).line + 1;
  const written: Omit<Written, "uri">[] = [];
  for (const { name, at, value } of root.entries("")) {
    const setting = names.find((candidate) => candidate === name);
    if (setting === undefined) continue;
    switch (setting) {
      case "documents":
      case "overrides":
        for (const item of value.items("")) {
          const files = item.isMapping ? item.properties("", ["files"]).get("files")?.text("") : undefined;
          if (files !== undefined) written.push({ setting, name: files, line: lineOf(item.at.start) });
        }
        break;
      case "rules":
      case "sections":
      case "statuses":
        for (const entry of value.entries("")) {
          written.push({ setting, name: entry.name, line: lineOf(entry.at.start) });
        }
        break;
      case "discovery":
      case "freeze":
        written.push({ setting, name: "", line: lineOf(at.start) });
    }
  }
  return written;
}
