import configuration from "../../../../schemas/release-docs-config.schema.json" with { type: "json" };
import { stages } from "../../stage/stage.ts";
import type { JsonSchema } from "../../text/json-schema.ts";

/** What the front matter of a release document may say, as a schema for completion and hover. */
export const frontMatterSchema: JsonSchema = {
  type: "object",
  properties: {
    kind: {
      title: "Kind",
      description: "What the document is. Declares it: it is judged in full.",
      type: "string",
      enum: configuration.properties.documents.items.properties.kind.examples,
      examples: ["ReleaseRunbook"],
    },
    status: {
      title: "Status",
      description: "Where the release stands. Decides which gates are due.",
      type: "string",
      examples: stages,
    },
    template: {
      title: "Template",
      description:
        "Whether the document is a blank to be copied. In a template open gates and placeholders are no findings.",
      type: "boolean",
      default: true,
      examples: [true],
    },
    version: {
      title: "Version",
      description: "The version that is released.",
      type: ["string", "number"],
      examples: ["v2.1.0"],
    },
    date: {
      title: "Date",
      description: "The day of the release, `YYYY-MM-DD`.",
      type: "string",
      format: "date",
      examples: ["2026-12-04"],
    },
    owner: {
      title: "Owner",
      description: "Who answers for the release.",
      type: "string",
      examples: ["@alice"],
    },
  },
  required: ["kind"],
};
