/** The keys of a manifest, in the order of its schema. */
export const manifestKeys: readonly string[] = [
  "apiVersion",
  "kind",
  "release",
  "approvals",
  "scope",
  "testing",
  "migrations",
  "rollout",
  "rollback",
  "observability",
  "notes",
  "checklist",
];
