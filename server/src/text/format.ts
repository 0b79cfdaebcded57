/** The source format: it decides the reader and the writer, and nothing else. */
export type Format = "yaml" | "markdown";
