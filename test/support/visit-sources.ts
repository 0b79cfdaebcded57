import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Node, SourceFile } from "typescript/unstable/ast";
import { API } from "typescript/unstable/sync";

const root = fileURLToPath(new URL("../../", import.meta.url));
const configuration = join(root, "sources.tsconfig.json");

/** The folders of what is shipped. */
export const sourceFolders: readonly string[] = ["server/src", "client/src", "client/webview"];

/** A node of a source file, and where that file is: its path from the root with `/`. */
export type VisitNode = (node: Node, file: string, tree: SourceFile) => void;

/** Visits every node of the sources in folders, as the compiler reads them; generated code is left out. */
export function visitSources(folders: readonly string[], visit: VisitNode): void {
  const files = folders.flatMap(sourceFiles);
  const program = { compilerOptions: { allowJs: true, noLib: true, noResolve: true, types: [] }, files };
  const api = new API({
    cwd: root,
    fs: { readFile: (name) => (name === configuration ? JSON.stringify(program) : undefined) },
  });
  try {
    const project = api.updateSnapshot({ openProjects: [configuration] }).getProject(configuration);
    for (const path of files) {
      const tree = project?.program.getSourceFile(path);
      if (tree === undefined) throw new Error(`${path} is not read`);
      const file = relative(root, path).split(sep).join("/");
      const each = (node: Node): undefined => {
        visit(node, file, tree);
        node.forEachChild(each);
      };
      each(tree);
    }
  } finally {
    api.close();
  }
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}generated${sep}`) && !path.endsWith(".d.ts"))
    .sort();
}
