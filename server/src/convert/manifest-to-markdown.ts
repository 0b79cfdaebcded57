import { appendTo } from "../document/append-to.ts";
import type { JsonObject, JsonValue } from "../text/json.ts";
import { type Comment, type ValuePath, writeComment } from "./comment.ts";
import { escapeText } from "./inline-text.ts";
import { isList, isObject, textOf } from "./json.ts";
import { layout, type Place } from "./layout.ts";
import { writePhase } from "./phase-form.ts";

/** A heading with what stands below it, and the value that it is about. */
interface Block {
  readonly path: ValuePath;
  readonly heading: string;
  readonly body: readonly string[];
}

/**
 * Writes a manifest (its data, as the YAML reader or a JSON parser gives it) as Markdown, in the shape of our template.
 * What the manifest's schema does not know is left out. Comments become HTML comments, in the section of their value.
 */
export function manifestToMarkdown(manifest: JsonObject, comments: readonly Comment[] = []): string {
  const blocks = blocksOf(manifest);
  const noted = new Map<Block, Comment[]>();
  for (const comment of comments) {
    appendTo(noted, blockFor(comment.path, blocks), comment);
  }
  const lines = blocks.flatMap((block) => {
    const notes = (noted.get(block) ?? []).map(writeComment);
    return [
      "",
      block.heading,
      ...(notes.length > 0 ? ["", ...notes] : []),
      ...(block.body.length > 0 ? ["", ...block.body] : []),
    ];
  });
  return `${["---", "kind: ReleaseManifest", "---", ...lines].join("\n").replace(/\n{3,}/g, "\n\n")}\n`;
}

/** The title, then each section that has something to say. */
function blocksOf(manifest: JsonObject): readonly [Block, ...Block[]] {
  const release = isObject(manifest.release) ? manifest.release : {};
  const id = textOf(release.id);
  const title = `# Release Manifest${id === undefined ? "" : `: ${escapeText(id)}`}`;
  const sections = layout.flatMap((place, index): readonly Block[] => {
    const { path, section } = place;
    const parent = section.length === 1;
    const body = bodyOf(place, manifest);
    const phases = parent && path[0] === "rollout" ? phasesOf(manifest) : [];
    const below = layout.slice(index + 1).filter((child) => child.section[0] === section[0]);
    const needed =
      body.length + phases.length > 0 || (parent && below.some((child) => bodyOf(child, manifest).length > 0));
    return needed ? [{ path, heading: `${parent ? "##" : "###"} ${place.title}`, body }, ...phases] : [];
  });
  return [{ path: [], heading: title, body: [] }, ...sections];
}

/** The innermost that holds the value; of several, the first. */
function blockFor(path: ValuePath, [title, ...sections]: readonly [Block, ...Block[]]): Block {
  let best = title;
  for (const block of sections) {
    const holds = block.path.every((step, index) => step === path[index]);
    if (holds && block.path.length > best.path.length) best = block;
  }
  return best;
}

function bodyOf({ path, form }: Place, manifest: JsonObject): readonly string[] {
  const value = valueAt(manifest, path);
  return value === undefined || form === undefined ? [] : form.write(value);
}

function phasesOf(manifest: JsonObject): readonly Block[] {
  const phases = valueAt(manifest, ["rollout", "phases"]);
  if (!isList(phases)) return [];
  return phases.filter(isObject).map((phase, index) => {
    const { title, lines } = writePhase(phase, index + 1);
    return { path: ["rollout", "phases", index], heading: `### ${title}`, body: lines };
  });
}

function valueAt(manifest: JsonObject, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = manifest;
  for (const key of path) value = isObject(value) ? value[key] : undefined;
  return value;
}
