import { ConfigurationTarget } from "vscode";
import { ourSettings, setting } from "../setting.ts";

/** How the person at the keyboard is named in documents, as the settings say. */
export function identity(): string | undefined {
  const name = setting("identity", "").trim();
  return name === "" ? undefined : name;
}

/** Keeps the name in the user's settings. */
export async function rememberIdentity(name: string): Promise<void> {
  await ourSettings().update("identity", name, ConfigurationTarget.Global);
}
