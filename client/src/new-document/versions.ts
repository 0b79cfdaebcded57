/** Names of versions, as tags have them: `v2.1.0`, `2.1.0`, `checkout-v2.1.0`. */
const version = /(?<!\d)(?<v>v?)(?<major>\d+)\.(?<minor>\d+)(?:\.(?<patch>\d+))?(?=[-+]|$)/;

interface ReadVersion {
  readonly name: string;
  readonly v: string;
  readonly numbers: readonly [major: number, minor: number, patch: number];
  readonly suffix: string;
}

/** What a version and the one before it most likely are. */
export interface VersionDefaults {
  readonly version?: string;
  readonly previousVersion?: string;
}

/**
 * Guesses versions from the tags of a repository and the version of its package. The highest tag that is no preview is what
 * runs now; the package's version is what comes next, when it is higher; else the next minor one.
 */
export function versionDefaults(tags: readonly string[], packageVersion: string | undefined): VersionDefaults {
  const released = tags
    .flatMap((tag) => read(tag) ?? [])
    .filter(({ suffix }) => !suffix.startsWith("-"))
    .sort(compare)
    .at(-1);
  const own = packageVersion === undefined ? undefined : read(packageVersion);
  if (released === undefined) return own === undefined ? {} : { version: `v${own.name}` };
  const [major, minor] = released.numbers;
  const next = own !== undefined && compare(own, released) > 0 ? own.numbers.join(".") : `${major}.${minor + 1}.0`;
  return { version: `${released.v}${next}`, previousVersion: released.name };
}

/** Negative when `a` is the lower version; names that are no versions come first. */
export function compareVersions(a: string | undefined, b: string | undefined): number {
  const [one, two] = [a === undefined ? undefined : read(a), b === undefined ? undefined : read(b)];
  if (one === undefined || two === undefined) return Number(one !== undefined) - Number(two !== undefined);
  return compare(one, two);
}

function read(name: string): ReadVersion | undefined {
  const tag = name.trim();
  const found = version.exec(tag);
  if (found === null) return undefined;
  const { v = "", major, minor, patch = "0" } = found.groups ?? {};
  if (/\dv$/.test(tag.slice(0, found.index))) return undefined;
  return {
    name: tag.slice(found.index),
    v,
    numbers: [Number(major), Number(minor), Number(patch)],
    suffix: tag.slice(found.index + found[0].length),
  };
}

function compare(a: ReadVersion, b: ReadVersion): number {
  for (const part of [0, 1, 2] as const) {
    const difference = a.numbers[part] - b.numbers[part];
    if (difference !== 0) return difference;
  }
  return 0;
}
