const items = (count: number, item: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => item(number)).join("");
const gates = (indent: string, count: number): string =>
  items(count, (number) => `${indent}- gate: Gate ${number}\n${indent}  checked: false\n`);
/** A manifest with lists long enough that a change in one leaves pieces around it, at several depths and columns. */
export const long = `# The long one
apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v1
${items(14, (number) => `  field${number}: value\n`)}
scope:
${items(16, (number) => `  # about ${number}\n  - id: "#${number}"\n    title: Change\n\n    rollback: { revert: true }\n`)}
approvals:
${items(14, (number) => `- role: Role ${number}\n  by: "@a"\n# between\n`)}
rollout:
  phases:
${items(13, (number) => `    - name: Phase ${number}\n      gates:\n${gates("        ", 2)}`)}
checklist:
  preRelease:
${gates("    ", 18)}
  postRelease:
${gates("  ", 14)}
${items(12, (number) => `notes${number}: |\n  # no comment\n  text\n`)}`;
