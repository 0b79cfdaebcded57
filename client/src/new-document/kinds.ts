/** A kind of document that can be begun from our own template. */
export interface NewKind {
  readonly kind: string;
  readonly title: string;
  readonly detail: string;
  /** Its template, in `snippets/templates`. */
  readonly template: string;
  /** What follows the version in the name of a file: `v2.1.0.runbook.md`. */
  readonly ending: string;
}

/** The kinds, as a person chooses among them. */
export const newKinds: readonly NewKind[] = [
  {
    kind: "ReleaseManifest",
    title: "Release Manifest",
    detail: "What goes out, how it was tested, how it is rolled out and how it comes back, as YAML",
    template: "release-manifest.yaml",
    ending: "release-manifest.yaml",
  },
  {
    kind: "ReleaseRunbook",
    title: "Release Runbook",
    detail: "The steps of release day, with gates, rollback and communication",
    template: "release-runbook.md",
    ending: "runbook.md",
  },
  {
    kind: "ReleasePlan",
    title: "Release Plan",
    detail: "Scope, milestones, risks and the decision before a release",
    template: "release-plan.md",
    ending: "plan.md",
  },
  {
    kind: "ReleaseManagementPlan",
    title: "Release Management Plan",
    detail: "How a team releases: roles, environments, approvals, rollback",
    template: "release-management-plan.md",
    ending: "release-management-plan.md",
  },
  {
    kind: "ReleaseChecklist",
    title: "Release Checklist",
    detail: "What must be true before, during and after a release",
    template: "release-checklist.md",
    ending: "checklist.md",
  },
  {
    kind: "ReleaseManifest",
    title: "Release Manifest as Markdown",
    detail: "The same manifest as a document to read, with the same rules",
    template: "release-manifest.md",
    ending: "release-manifest.md",
  },
  {
    kind: "DeploymentReport",
    title: "Deployment Report",
    detail: "What happened in one deployment",
    template: "deployment-report.md",
    ending: "deployment-report.md",
  },
  {
    kind: "ReleaseNotes",
    title: "Release Notes",
    detail: "What users get from a release",
    template: "release-notes.md",
    ending: "release-notes.md",
  },
];
