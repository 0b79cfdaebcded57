import { URI } from "vscode-uri";

/** An address cannot be made of half a character. */
export const wellFormed = (path: string): string => path.replace(/\p{Surrogate}/gu, "\ufffd");

/**
 * The path of `uri` below the folder `root` (both URIs), decoded, with `/`; empty for the root itself. `undefined` when it does
 * not stand below it. Percent-encoding and a trailing slash of the root make no difference.
 */
export function relativePath(root: string, uri: string): string | undefined {
  const from = URI.parse(root);
  const to = URI.parse(uri);
  if (from.scheme !== to.scheme || from.authority !== to.authority) return undefined;
  const folder = from.path.endsWith("/") ? from.path : `${from.path}/`;
  if (to.path === from.path || `${to.path}/` === folder) return "";
  return to.path.startsWith(folder) ? to.path.slice(folder.length) : undefined;
}

/**
 * The way from the folder of one file to another (URIs), decoded, with `/` and `..`; the whole path where they have no root in
 * common.
 */
export function wayTo(from: string, uri: string): string {
  const [here, there] = [URI.parse(from), URI.parse(uri)];
  if (here.scheme !== there.scheme || here.authority !== there.authority) return there.path;
  const folders = here.path.split("/").slice(0, -1);
  const steps = there.path.split("/");
  let same = 0;
  while (same < folders.length && same < steps.length - 1 && folders[same] === steps[same]) same++;
  return [...folders.slice(same).map(() => ".."), ...steps.slice(same)].join("/");
}
