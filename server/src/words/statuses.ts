import { lazy } from "../text/lazy.ts";
import { spellings } from "../text/phrase.ts";
import { slug } from "../text/values/slug.ts";
import { languages } from "./languages.ts";
import { type Stage, stages } from "./terms.ts";

const known = lazy(
  () =>
    new Map(
      languages.flatMap(({ statuses }) =>
        stages.flatMap((stage) =>
          statuses[stage].flatMap(spellings).map(({ text }): [string, Stage] => [slug(text), stage]),
        ),
      ),
    ),
);

/** The stage that people mean by a status, given as a slug: `signed-off` is `approved`. */
export const stageByWords = (status: string): Stage | undefined => known().get(status);
