import type { JsonObject, JsonValue } from "../../document/model.ts";
import { escapeText } from "./inline-text.ts";
import { isList, isObject, textOf } from "./json.ts";
import { layout, type Place } from "./layout.ts";
import { writePhase } from "./phase-form.ts";

/**
 * Writes a manifest (its data, as the YAML reader or a JSON parser gives it) as Markdown, in the shape of our template.
 * What the manifest's schema does not know is left out.
 */
export function manifestToMarkdown(manifest: JsonObject): string {
  const release = isObject(manifest.release) ? manifest.release : {};
  const id = textOf(release.id);
  const lines = [
    "---",
    "kind: ReleaseManifest",
    "---",
    "",
    `# Release Manifest${id === undefined ? "" : `: ${escapeText(id)}`}`,
  ];
  layout.forEach((place, index) => {
    const below = layout.slice(index + 1).filter(({ section }) => section[0] === place.section[0]);
    const body = [
      ...bodyOf(place, manifest),
      ...(place.path[0] === "rollout" && place.section.length === 1 ? phasesOf(manifest) : []),
    ];
    const parent = place.section.length === 1;
    const needed = body.length > 0 || (parent && below.some((child) => bodyOf(child, manifest).length > 0));
    if (!needed) return;
    lines.push("", `${parent ? "##" : "###"} ${place.title}`, ...(body.length > 0 ? ["", ...body] : []));
  });
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

function bodyOf({ path, form }: Place, manifest: JsonObject): readonly string[] {
  const value = valueAt(manifest, path);
  return value === undefined || form === undefined ? [] : form.write(value);
}

function phasesOf(manifest: JsonObject): readonly string[] {
  const phases = valueAt(manifest, ["rollout", "phases"]);
  if (!isList(phases)) return [];
  return phases.filter(isObject).flatMap((phase, index) => {
    const { title, lines } = writePhase(phase, index + 1);
    return ["", `### ${title}`, "", ...lines];
  });
}

function valueAt(manifest: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = manifest;
  for (const key of path) value = isObject(value) ? value[key] : undefined;
  return value;
}
