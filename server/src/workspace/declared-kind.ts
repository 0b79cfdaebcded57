import type { Configuration } from "./configuration.ts";
import { globMatcher } from "./glob.ts";
import { relativePath } from "./relative-path.ts";

/** What the globs of a configuration say of a file. */
export interface Declaration {
  readonly kind?: string;
  /** URI of a JSON Schema of the team's own. */
  readonly schema?: string;
  readonly template?: boolean;
}

/**
 * What `documents` says of a file; later entries win, property by property. `undefined` when no glob matches it.
 *
 * @param uri URI of the document.
 */
export function declaredKind(uri: string, configuration: Configuration): Declaration | undefined {
  if (configuration.documents.length === 0) return undefined;
  const path = relativePath(configuration.root, uri);
  if (path === undefined) return undefined;
  let declaration: Declaration | undefined;
  for (const { files, ...said } of configuration.documents) {
    if (globMatcher([files])(path)) declaration = { ...declaration, ...said };
  }
  return declaration;
}
