import { compileKind } from "../schema/compile-kind.ts";
import { createKindRegistry, type KindRegistry } from "../schema/registry.ts";
import type { Declaration } from "./declared-kind.ts";
import type { FileSystem } from "./file-system.ts";

/** The kinds that hold for a file, and why a schema that was asked for is not among them. */
export interface TeamKinds {
  readonly registry: KindRegistry;
  readonly problem?: string;
}

/** Finds the kinds that hold for a file: ours, and the one that the configuration brings for it. */
export interface TeamKindResolver {
  kindsFor(declaration: Declaration | undefined): Promise<TeamKinds>;
  /** Forgets the schemas that were read. */
  changed(): void;
}

/**
 * Reads a team's own schemas (local files only) as they are asked for. With `allowed` false (Restricted Mode) none is
 * read, and files declared with one are judged by our kinds alone.
 */
export function createTeamKindResolver(files: FileSystem, allowed: boolean): TeamKindResolver {
  const ours: TeamKinds = { registry: createKindRegistry() };
  const known = new Map<string, Promise<TeamKinds>>();

  const load = async (uri: string, kind: string | undefined): Promise<TeamKinds> => {
    const text = await files.readText(uri);
    if (text === undefined) return { ...ours, problem: `The schema ${uri} does not exist or cannot be read` };
    const schema = parseJson(text);
    if (schema === undefined) return { ...ours, problem: `The schema ${uri} is no valid JSON` };
    const base = kind === undefined ? undefined : ours.registry.find(kind);
    const compiled = await compileKind(schema, base);
    if ("problem" in compiled) return { ...ours, problem: `${compiled.problem} (${uri})` };
    const definition = kind === undefined ? compiled.definition : { ...compiled.definition, name: kind };
    return { registry: createKindRegistry([{ definition, validate: compiled.validate }]) };
  };

  return {
    kindsFor(declaration) {
      if (declaration?.schema === undefined || !allowed) return Promise.resolve(ours);
      const { schema, kind } = declaration;
      const key = `${kind ?? ""} ${schema}`;
      const loading = known.get(key) ?? load(schema, kind);
      known.set(key, loading);
      return loading;
    },
    changed: () => known.clear(),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
