import { quote } from "../../rules/quote.ts";
import { stageNamed } from "../../stage/read-stage.ts";
import { slug } from "../../text/values/slug.ts";
import type { Shaping } from "../shaping.ts";
import { type ShapingEvidence, saidAt } from "./evidence.ts";

/** The files that hold for the document, and one that does not because a nearer one does. */
export function configurationFiles({ configuration }: ShapingEvidence): readonly Shaping[] {
  const { files, above } = configuration;
  return [
    ...files.map(
      (file, index): Shaping => ({
        what: "configuration",
        sentence: index === 0 ? "Configuration" : "Configuration that it builds on (extends)",
        at: { file },
      }),
    ),
    ...(above === undefined
      ? []
      : [
          {
            what: "nested",
            sentence: "Does not hold here, for a nearer one does",
            at: { file: above },
          } as const,
        ]),
  ];
}

/** A status that the configuration reads as a stage. */
export function statuses({ document, configuration, stage }: ShapingEvidence): readonly Shaping[] {
  const { status, statusStated } = document.facts;
  if (stage.source === "option" || status === undefined || !statusStated) return [];
  const name = Object.keys(configuration.statuses).find((known) => slug(known) === slug(status.value));
  if (name === undefined) return [];
  const otherwise = stageNamed(status.value, {});
  const instead = otherwise === undefined || otherwise === stage.stage ? "" : `, not as ${otherwise}`;
  return [
    {
      what: "status",
      sentence: `Status ${quote(status.value)} is read as ${configuration.statuses[name]}${instead}`,
      ...saidAt(configuration, "statuses", name),
    },
  ];
}

/** Titles that are read as sections because the configuration says so. */
export function sections({ document, configuration }: ShapingEvidence): readonly Shaping[] {
  const keys = new Map(
    Object.entries(configuration.sections).flatMap(([key, titles]) => titles.map((title) => [slug(title), key])),
  );
  if (keys.size === 0 || document.format !== "markdown") return [];
  return document.sections.flatMap(({ key, title }): readonly Shaping[] =>
    keys.get(slug(title)) === key && slug(title) !== key
      ? [
          {
            what: "section",
            sentence: `Section ${quote(title)} is read as ${key}`,
            ...saidAt(configuration, "sections", key),
          },
        ]
      : [],
  );
}
