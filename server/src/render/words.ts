import type { Stage } from "../stage/stage.ts";
import type { GatePhase } from "../words/terms.ts";

/** `ReleaseManagementPlan` → `Release Management Plan`. */
export const kindTitle = (kind: string): string => kind.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");

/** `in-progress` → `in progress`. */
export const stageWords = (stage: Stage): string => stage.replaceAll("-", " ");

export const phaseWords: Readonly<Record<GatePhase, string>> = {
  "pre-release": "Pre-release",
  release: "Release",
  "post-release": "Post-release",
  rollback: "Rollback",
};

const known: Readonly<Record<string, string>> = {
  id: "Id",
  url: "URL",
  at: "When",
  rto: "Recovery time objective",
  sast: "Static analysis",
  dast: "Dynamic analysis",
  preRelease: "Pre-release",
  postRelease: "Post-release",
};

/** The heading of a manifest's key: `previousVersion` → `Previous version`. */
export function keyTitle(key: string): string {
  const own = Object.hasOwn(known, key) ? known[key] : undefined;
  if (own !== undefined) return own;
  const words = key.replace(/[_-]+/g, " ").replace(/(\p{Ll})(\p{Lu})/gu, (_, end: string, start: string) => {
    return `${end} ${start.toLowerCase()}`;
  });
  return words.charAt(0).toUpperCase() + words.slice(1);
}
