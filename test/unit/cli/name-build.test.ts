import { expect, it } from "vitest";
import { nameBuild } from "../../../server/src/cli/cache/name-build.ts";
import { temporaryFolder } from "./temporary-folder.ts";

it("names a program by the scripts in its folder that it may load", () => {
  const folder = temporaryFolder({ "cli.js": "1", "schemas.js": "2", "notes.txt": "3", "extension.js": "4" });
  const names = [nameBuild(folder.path)];
  folder.write({ "notes.txt": "4", "extension.js": "5" });
  expect(nameBuild(folder.path)).toBe(names[0]);
  for (const change of [{ "schemas.js": "5" }, { "cli.js": "6" }, { "new.js": "" }]) {
    folder.write(change);
    names.push(nameBuild(folder.path));
  }
  expect(new Set(names).size).toBe(4);
  folder.remove();
});
