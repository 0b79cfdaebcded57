import { expect, it } from "vitest";
import { nameBuild } from "../../../server/src/cli/cache/name-build.ts";
import { temporaryFolder } from "./temporary-folder.ts";

it("names a program by all scripts in its folder", () => {
  const folder = temporaryFolder({ "cli.js": "1", "schemas.js": "2", "notes.txt": "3" });
  const names = [nameBuild(folder.path)];
  folder.write({ "notes.txt": "4" });
  expect(nameBuild(folder.path)).toBe(names[0]);
  for (const change of [{ "schemas.js": "5" }, { "cli.js": "6" }, { "new.js": "" }]) {
    folder.write(change);
    names.push(nameBuild(folder.path));
  }
  expect(new Set(names).size).toBe(4);
  folder.remove();
});
