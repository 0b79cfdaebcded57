// Made of package.json by `npm run docs`: do not edit.

/** The settings `releaseDocs.*` of the editor, without that section; each has a default. */
export interface EditorSettings {
  /** How you are named in release documents: `@alice`. */
  readonly "identity": string;
  /** Folders with your team's own templates, from the workspace folder. */
  readonly "templates": readonly string[];
  /** Globs of the files to look for release documents in, instead of those of `.release-docs.yaml`. */
  readonly "discovery": readonly string[];
  /** More titles for sections, by section key: `{ "rollback-procedure": ["Backout Plan"] }`. */
  readonly "sections": Readonly<Record<string, readonly string[]>>;
  /** What your own status words mean: `{ "ready to ship": "approved" }`. */
  readonly "statuses": Readonly<Record<string, "draft" | "in-review" | "approved" | "in-progress" | "completed" | "rolled-back" | "cancelled">>;
  /** Severities by rule (`gates/unchecked`) or family (`structure/*`), laid over `.release-docs.yaml`, for you alone. */
  readonly "rules": Readonly<Record<string, "off" | "error" | "warning" | "information" | "hint" | Readonly<{ "draft"?: "off" | "error" | "warning" | "information" | "hint"; "in-review"?: "off" | "error" | "warning" | "information" | "hint"; "approved"?: "off" | "error" | "warning" | "information" | "hint"; "in-progress"?: "off" | "error" | "warning" | "information" | "hint"; "completed"?: "off" | "error" | "warning" | "information" | "hint"; "rolled-back"?: "off" | "error" | "warning" | "information" | "hint"; "cancelled"?: "off" | "error" | "warning" | "information" | "hint" }>>>;
  /** Selects the document of the active editor in the Release Checklist. */
  readonly "checklist.followEditor": boolean;
  /** Writes the messages between the editor and the server to the output, when its log level is Trace. */
  readonly "trace.server": "off" | "messages" | "verbose";
}
