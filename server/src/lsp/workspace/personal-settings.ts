import type { Connection } from "vscode-languageserver";
import { type PartialConfiguration, readConfiguration } from "../../engine/index.ts";
import type { EditorSettings } from "../settings.ts";

/** The section of the editor's settings that is ours. */
const section = "releaseDocs";

/** Which of our settings mean the same as a key of the configuration file. */
const shared = ["discovery", "rules", "sections", "statuses"] as const satisfies readonly (keyof EditorSettings &
  keyof PartialConfiguration)[];

/** One person's settings, as the editor holds them, laid over every configuration. */
export class PersonalSettings {
  readonly #connection: Connection;
  readonly #canAsk: boolean;
  #last = "{}";
  #identity: string | undefined;

  /** `canAsk`: whether the client answers `workspace/configuration`. */
  constructor(connection: Connection, canAsk: boolean) {
    this.#connection = connection;
    this.#canAsk = canAsk;
  }

  /** How the person at the keyboard is named in documents (`@alice`); `undefined` when the settings do not say. */
  get identity(): string | undefined {
    return this.#identity;
  }

  /** Reads the settings; `undefined` when they are as they were. `pushed` is what the client sent along. */
  async read(pushed: unknown): Promise<PartialConfiguration | undefined> {
    const settings: unknown = this.#canAsk
      ? await this.#connection.workspace.getConfiguration(section)
      : property(pushed, section);
    const identity = property(settings, "identity" satisfies keyof EditorSettings);
    this.#identity = typeof identity === "string" && identity.trim() !== "" ? identity.trim() : undefined;
    const text = JSON.stringify(Object.fromEntries(shared.flatMap((name) => stated(name, property(settings, name)))));
    if (text === this.#last) return undefined;
    this.#last = text;
    return readConfiguration(text).settings;
  }
}

/** Empty settings say nothing. */
function stated(name: string, value: unknown): [string, unknown][] {
  if (typeof value !== "object" || value === null || Object.keys(value).length === 0) return [];
  return [[name, value]];
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
