import { ConfigurationTarget, workspace } from "vscode";

/** How the person at the keyboard is named in documents, as the settings say. */
export function identity(): string | undefined {
  const name = workspace.getConfiguration("releaseDocs").get<string>("identity", "").trim();
  return name === "" ? undefined : name;
}

/** Keeps the name in the user's settings. */
export async function rememberIdentity(name: string): Promise<void> {
  await workspace.getConfiguration("releaseDocs").update("identity", name, ConfigurationTarget.Global);
}
