import { slugIs } from "./lists.ts";
import { type Stage, stages } from "./terms.ts";

const askers = stages.map((stage) => ({ stage, means: slugIs(`status-${stage}`) }));

/** The stage that people mean by a status, given as a slug: `signed-off` is `approved`. */
export const stageByWords = (status: string): Stage | undefined => askers.find(({ means }) => means(status))?.stage;
