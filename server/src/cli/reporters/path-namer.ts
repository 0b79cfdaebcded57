import { relative, sep } from "node:path";
import { URI } from "vscode-uri";

/** Names files (URIs) as they are reported: by their paths relative to the working directory, with `/`. */
export function pathNamer(cwd: string): (uri: string) => string {
  return (uri) => relative(cwd, URI.parse(uri).fsPath).split(sep).join("/");
}

/** The same, where one of the files is called otherwise: standard input. */
export function pathNamerFor(cwd: string, { uri, path }: { readonly uri: string; readonly path: string }) {
  const named = pathNamer(cwd);
  return (file: string): string => (file === uri ? path : named(file));
}
