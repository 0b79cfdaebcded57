import type { KindDefinition } from "../../server/src/document/kind.ts";

/** A kind that asks for nothing, for engines that only pretend to read. */
export const someKind: KindDefinition = {
  name: "ReleaseChecklist",
  format: "markdown",
  title: "Release Checklist",
  titles: [],
  judged: true,
  rollback: {},
  rollbackEither: false,
  managerDecides: false,
  sections: [],
  labels: { version: [], previousVersion: [], date: [], owners: [], status: [] },
  schema: {},
};
