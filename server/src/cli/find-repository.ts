import { stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** The root of the Git repository that a folder (absolute path) stands in; `undefined` outside of one. */
export async function findRepository(folder: string): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const found = await stat(join(at, ".git")).then(
      () => true,
      () => false,
    );
    if (found) return at;
    if (dirname(at) === at) return undefined;
  }
}
