import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifest } from "./manifest.mjs";
import { createRandom } from "./random.mjs";
import { runbook } from "./runbook.mjs";

/**
 * Writes a workspace of `count` documents into a new folder: half manifests, half runbooks, each pair in a folder of its own
 * with the scripts that it names, of 160 to 400 lines each.
 *
 * @param {number} count
 * @returns {{ folder: string, manifests: string[], runbooks: string[], characters: number }}
 */
export function writeWorkspace(count) {
  const folder = mkdtempSync(join(tmpdir(), "release-docs-bench-"));
  const random = createRandom(count);
  const manifests = [];
  const runbooks = [];
  let characters = 0;
  const write = (path, text) => {
    writeFileSync(path, text);
    characters += text.length;
    return path;
  };
  for (let seed = 1; seed <= count / 2; seed++) {
    const release = join(
      folder,
      `team-${String(seed % 20).padStart(2, "0")}`,
      `release-${String(seed).padStart(4, "0")}`,
    );
    mkdirSync(release, { recursive: true });
    const [long, short] = [random.between(160, 400), random.between(160, 400)];
    const text = manifest({ lines: long, seed });
    manifests.push(write(join(release, "release-manifest.yaml"), text));
    writeScripts(release, text);
    runbooks.push(write(join(release, "runbook.md"), runbook({ lines: short, seed })));
  }
  return { folder, manifests, runbooks, characters };
}

/** The rollback scripts of a manifest, so that its links lead somewhere. */
function writeScripts(release, text) {
  mkdirSync(join(release, "migrations", "rollback"), { recursive: true });
  for (const [, path] of text.matchAll(/script: (\S+)/g)) writeFileSync(join(release, path), "-- undo\n");
}
