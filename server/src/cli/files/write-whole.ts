import {
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, isAbsolute, join, relative, sep } from "node:path";
import { hasCode } from "./describe-file-error.ts";

/** How a file is written. */
export interface Writing {
  /** Absolute path of a folder: a path in it must not lead out of it by links. */
  readonly within?: string;
  /** Whether nothing may stand there yet. */
  readonly isNew?: boolean;
  /** Asked right before the text takes its place; with `false` what stands there stays. */
  readonly still?: () => Promise<boolean>;
}

/**
 * Writes a file at once or not at all, however the process ends: the text is written beside it, and then takes its place. Mode and
 * links stay. What processes that ended in between left there is removed. A device or a pipe is written to as it is.
 *
 * @param file Absolute path; folders that are not there are made.
 * @returns False, and nothing is written, when `still` says so.
 * @throws What the file system says; `EEXIST` for a new file where something stands.
 */
export async function writeWhole(file: string, text: string, writing: Writing = {}): Promise<boolean> {
  const path = await realPathOf(file);
  if (writing.within !== undefined && isIn(writing.within, file) && !isIn(await realpath(writing.within), path))
    throw new LeadsOutError();
  const known = await stat(file).catch(() => undefined);
  if (known !== undefined && !known.isFile() && writing.isNew !== true) {
    await writeFile(file, text);
    return true;
  }
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await removeLeftOver(folder);
  const beside = join(folder, `${ours}${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
  const written = await open(beside, "wx", known?.mode ?? 0o666);
  try {
    await fill(written, text, known?.mode);
    const isWanted = writing.still === undefined || (await writing.still());
    if (isWanted) await (writing.isNew === true ? placeNew(beside, path) : rename(beside, path));
    return isWanted;
  } finally {
    await rm(beside, { force: true });
  }
}

/** Of this machine: whether a process of another one still runs cannot be known. */
const ours = `.release-docs-${hostname().replace(/[^\w.-]/g, "_")}-`;

async function fill(written: FileHandle, text: string, mode: number | undefined): Promise<void> {
  try {
    await written.writeFile(text);
    if (mode !== undefined) await written.chmod(mode);
    await written.sync();
  } finally {
    await written.close();
  }
}

/** A second name, and only then none of the first: what stands there by now is not replaced. */
async function placeNew(beside: string, path: string): Promise<void> {
  try {
    await link(beside, path);
  } catch (error) {
    // Some file systems know no second names.
    const stands = await lstat(path).then(
      () => true,
      () => false,
    );
    if (stands || hasCode(error, "EEXIST")) throw error;
    await rename(beside, path);
  }
}

/** Where a path leads; what stands at its end need not be there. */
async function realPathOf(file: string): Promise<string> {
  const missing: string[] = [];
  for (let at = file; ; at = dirname(at)) {
    try {
      return join(await realpath(at), ...missing);
    } catch (error) {
      if (!hasCode(error, "ENOENT") || dirname(at) === at) throw error;
      missing.unshift(basename(at));
    }
  }
}

/** What is said of a path in a folder that leads out of it. */
class LeadsOutError extends Error {
  constructor() {
    super("a link leads out of the repository; name the file itself");
  }
}

function isIn(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function removeLeftOver(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    if (!name.startsWith(ours) || !name.endsWith(".tmp")) continue;
    const pid = Number.parseInt(name.slice(ours.length), 10);
    if (!isRunning(pid)) await rm(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !hasCode(error, "ESRCH");
  }
}
