/** A file, as a pattern of `files.associations` sees it. */
export interface NamedFile {
  /** Path within the workspace, with `/`. */
  readonly path: string;
}

/**
 * The glob that a manifest's file and those of other releases have in common: versions and dates in its name become
 * `[0-9]*`. A name that says *release* stands for itself; any other, `manifest.yaml` or `2.1.0.yaml`, only below its folder.
 */
export function associationFor({ path }: NamedFile): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const name = segments.at(-1) ?? "";
  if (/release/i.test(name)) return pattern(name);
  return ["**", ...segments.map(pattern)].join("/");
}

const pattern = (segment: string): string => segment.replace(/[*?[\]{}]/g, "?").replace(/\d+(?:[._-]?\d+)*/g, "[0-9]*");
