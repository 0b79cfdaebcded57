import type { StaticFeature } from "vscode-languageclient";
import { commandIds, innerCommandIds } from "./command-ids.ts";

/** Tells the server which commands may stand behind what it shows: a code lens of another command is words alone. */
export const knownCommands: StaticFeature = {
  fillClientCapabilities(capabilities) {
    const others: unknown = capabilities.experimental;
    capabilities.experimental = {
      ...(typeof others === "object" && others !== null ? others : {}),
      commands: { commands: [...Object.values(commandIds), ...Object.values(innerCommandIds)] },
    };
  },
  initialize: () => undefined,
  getState: () => ({ kind: "static" }),
  clear: () => undefined,
};
