import { extensions, type Uri } from "vscode";

/** The little that is used of the built-in Git extension's API, version 1. */
interface GitExtension {
  getAPI(version: 1): GitApi;
}
interface GitApi {
  getRepository(uri: Uri): Repository | null;
}
interface Repository {
  getRefs?(query: { readonly pattern?: string }): Promise<readonly { readonly name?: string }[]>;
  getConfig(key: string): Promise<string>;
}

/** What Git knows that a release document asks for. */
export interface GitFacts {
  readonly tags: readonly string[];
  /** `user.name` */
  readonly user?: string;
}

/** Asks the built-in Git extension; knows nothing where there is none, no repository, or no answer. */
export async function gitFacts(folder: Uri): Promise<GitFacts> {
  try {
    const extension = extensions.getExtension<GitExtension>("vscode.git");
    const api = (await extension?.activate())?.getAPI(1);
    const repository = api?.getRepository(folder);
    if (repository === undefined || repository === null) return { tags: [] };
    const refs = (await repository.getRefs?.({ pattern: "refs/tags/" })) ?? [];
    const user = await repository.getConfig("user.name").catch(() => "");
    const tags = refs.flatMap(({ name }) => (name === undefined ? [] : [name]));
    return { tags, ...(user === "" ? {} : { user }) };
  } catch {
    return { tags: [] };
  }
}
