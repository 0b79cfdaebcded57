import type { Configuration } from "./configuration.ts";

/** What one source (a file, a person's settings) says; what it does not name stays as it was. */
export type PartialConfiguration = Partial<Omit<Configuration, "uri" | "root" | "files" | "above" | "problems">>;
