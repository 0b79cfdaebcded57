import type { KindDefinition, SectionDefinition } from "../../../server/src/document/kind.ts";

type Stated = Partial<SectionDefinition> & { readonly key: string; readonly title: string };

const section = ({ key, title, ...rest }: Stated): SectionDefinition => ({
  key,
  title,
  aliases: [],
  required: false,
  sections: [],
  ...rest,
});

/** A kind of release document for the tests of the Markdown reader: as plain as the real ones, and independent of them. */
export const testKind: KindDefinition = {
  name: "ReleaseRunbook",
  format: "markdown",
  title: "Release Runbook",
  titles: ["Release Runbook", "Release Manifest", "Release … Plan", "Release … Checklist"],
  judged: true,
  rollback: { steps: "error", verification: "error" },
  rollbackEither: false,
  managerDecides: true,
  sections: [
    section({ key: "metadata", title: "Metadata", role: "metadata", aliases: ["Release Overview"] }),
    section({
      key: "release-information",
      title: "Release Information",
      role: "metadata",
      aliases: ["Release Overview & Metadata"],
    }),
    section({ key: "scope", title: "Scope", role: "scope", aliases: ["Scope of Included Work"] }),
    section({ key: "testing", title: "Testing", role: "testing", aliases: ["Integrated Testing"] }),
    section({
      key: "pre-release-checklist",
      title: "Pre-Release Checklist",
      gatePhase: "pre-release",
      required: true,
      aliases: ["Pre-Deployment Checklist"],
    }),
    section({
      key: "deployment-steps",
      title: "Deployment Steps",
      gatePhase: "release",
      sections: [
        section({ key: "staging", title: "Staging", gatePhase: "pre-release" }),
        section({ key: "production", title: "Production", gatePhase: "release" }),
      ],
    }),
    section({ key: "rollout", title: "Rollout", role: "rollout", aliases: ["Staged Rollout Plan"] }),
    section({
      key: "migrations",
      title: "Migrations",
      role: "migrations",
      aliases: ["Migration Coordination", "Database Migration Plan"],
    }),
    section({
      key: "smoke-tests",
      title: "Smoke Tests",
      role: "smoke-tests",
      gatePhase: "release",
      criticalColumn: "weight",
    }),
    section({
      key: "rollback-procedure",
      title: "Rollback Procedure",
      role: "rollback",
      gatePhase: "rollback",
      required: true,
      aliases: ["Rollback Plan", "Release Rollback Plan", "Rollback Procedures"],
      sections: [section({ key: "rollback-triggers", title: "Rollback Triggers", role: "rollback-triggers" })],
    }),
    section({ key: "milestones", title: "Milestones", role: "milestones" }),
    section({ key: "go-no-go", title: "Go/No-Go", role: "go-no-go", gatePhase: "pre-release" }),
    section({ key: "sign-off", title: "Sign-off", role: "sign-off" }),
    section({ key: "post-release-tasks", title: "Post-Release Tasks", gatePhase: "post-release" }),
  ],
  labels: {
    version: ["version", "release-version", "release-id"],
    previousVersion: ["previous-version"],
    date: ["release-date", "date"],
    owners: ["release-manager", "owner"],
    status: ["status", "release-status"],
  },
  schema: {},
};
