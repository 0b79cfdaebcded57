import { list, number, text } from "./field.ts";
import { both, type Form, member, record } from "./form.ts";
import { gateItems, migrationItems } from "./gate-forms.ts";
import { namedItems, plainItems, riskItems, stepItems } from "./item-forms.ts";
import { estimateForm, verificationForm } from "./rollback-forms.ts";
import { approvalTable, scopeTable } from "./table-forms.ts";
import { suiteFields } from "./testing-fields.ts";

/** A section of the Markdown form of a manifest: where its value stands, and how it is written. */
export interface Place {
  /** Keys of the section and of those around it, as the kind's schema has them. */
  readonly section: readonly string[];
  /** Other keys that a section by this title, in other words, is given. */
  readonly also?: readonly string[];
  readonly title: string;
  /** Keys of the manifest; a section of the whole record has those of the record. */
  readonly path: readonly string[];
  readonly form?: Form;
}

const suite = record(suiteFields);
const rollback = ["release-rollback-plan"];
const monitoring = ["observability-monitoring"];
const notes = ["release-notes"];
const checklist = ["release-checklist"];
const migrations = ["migration-coordination"];
const testing = ["integrated-testing"];

const links = namedItems("name", "url");

/** The sections of a Markdown manifest in their order; those of one parent stand together. Phases are added as they come. */
export const layout: readonly Place[] = [
  {
    section: ["release-overview"],
    title: "Release Overview",
    path: ["release"],
    form: record([
      text("id", ["Release ID", "Release ID/Name", "Version", "Release Version", "Release"]),
      text("name", ["Release Name", "Name"]),
      text("previousVersion", ["Previous Version", "Previous Release"]),
      text("type", ["Release Type", "Type"]),
      text("date", ["Date", "Release Date"]),
      text("status", ["Status", "Release Status"]),
      list("owners", ["Release Owner(s)", "Release Owner", "Owners", "Owner", "Release Manager"]),
      list("onCall", ["On-Call Contact(s)", "On-Call", "On-Call Contact"]),
      text("runbook", ["Runbook", "Release Runbook"]),
      text("summary", ["Summary"]),
    ]),
  },
  { section: ["scope-of-included-work"], title: "Scope of Included Work", path: ["scope"], form: scopeTable },
  { section: testing, title: "Integrated Testing", path: ["testing"] },
  {
    section: [...testing, "unit-testing"],
    also: ["unit-tests"],
    title: "Unit Testing",
    path: ["testing", "unit"],
    form: suite,
  },
  {
    section: [...testing, "integration-tests"],
    also: ["integration-testing", "integrated-testing"],
    title: "Integration Tests",
    path: ["testing", "integration"],
    form: suite,
  },
  {
    section: [...testing, "regression-testing"],
    title: "Regression Testing",
    path: ["testing", "regression"],
    form: suite,
  },
  {
    section: [...testing, "performance-testing"],
    title: "Performance Testing",
    path: ["testing", "performance"],
    form: suite,
  },
  { section: [...testing, "security-testing"], title: "Security Testing", path: ["testing", "security"], form: suite },
  { section: [...testing, "smoke-testing"], title: "Smoke Testing", path: ["testing", "smoke"], form: suite },
  {
    section: [...testing, "acceptance-testing"],
    also: ["acceptance-tests", "user-acceptance-testing", "uat"],
    title: "Acceptance Testing",
    path: ["testing", "acceptance"],
    form: suite,
  },
  { section: migrations, title: "Migration Coordination", path: ["migrations"] },
  {
    section: [...migrations, "database-migrations"],
    title: "Database Migrations",
    path: ["migrations", "database"],
    form: migrationItems,
  },
  {
    section: [...migrations, "data-transformations"],
    title: "Data Transformations",
    path: ["migrations", "data"],
    form: migrationItems,
  },
  {
    section: [...migrations, "rollback-strategy"],
    title: "Rollback Strategy",
    path: ["migrations", "rollback"],
    form: record([
      text("forward", ["Forward migration"]),
      text("backward", ["Backward migration"]),
      text("dataPreservation", ["Data preservation"]),
      number("estimatedTime", ["Estimated rollback time"]),
    ]),
  },
  {
    section: [...migrations, "coordination-dependencies"],
    title: "Coordination Dependencies",
    path: ["migrations"],
    form: record([
      list("order", ["Migration order"]),
      text("activation", ["Feature activation"]),
      text("monitoring", ["Monitoring"]),
    ]),
  },
  {
    section: ["staged-rollout-plan"],
    title: "Staged Rollout Plan",
    path: ["rollout"],
    form: record([text("strategy", ["Strategy", "Rollout strategy"])]),
  },
  {
    section: ["staged-rollout-plan", "auto-abort-rules"],
    title: "Auto-Abort Rules",
    path: ["rollout", "abortRules"],
    form: plainItems,
  },
  { section: rollback, title: "Release Rollback Plan", path: ["rollback"] },
  {
    section: [...rollback, "rollback-mechanism"],
    title: "Rollback Mechanism",
    path: ["rollback"],
    form: both(member("mechanism", plainItems), member("steps", stepItems)),
  },
  {
    section: [...rollback, "rollback-triggers"],
    title: "Rollback Triggers",
    path: ["rollback", "triggers"],
    form: record([list("automatic", ["Automatic"]), list("manual", ["Manual"]), list("timeBased", ["Time-based"])]),
  },
  {
    section: [...rollback, "responsible-teams"],
    title: "Responsible Teams",
    path: ["rollback", "teams"],
    form: record([
      text("primary", ["Primary"]),
      text("secondary", ["Secondary"]),
      text("escalation", ["Escalation"]),
      text("communication", ["Communication"]),
    ]),
  },
  {
    section: [...rollback, "estimated-rollback-time"],
    title: "Estimated Rollback Time",
    path: ["rollback"],
    form: estimateForm,
  },
  {
    section: [...rollback, "rollback-verification"],
    title: "Rollback Verification",
    path: ["rollback", "verification"],
    form: verificationForm,
  },
  {
    section: [...rollback, "rollback-communication"],
    title: "Rollback Communication",
    path: ["rollback", "communication"],
    form: record([
      list("slack", ["Slack"]),
      list("email", ["Email"]),
      text("statusPage", ["Status page"]),
      text("customers", ["Customers", "Customer communication"]),
    ]),
  },
  { section: monitoring, title: "Observability & Monitoring", path: ["observability"] },
  { section: [...monitoring, "dashboards"], title: "Dashboards", path: ["observability", "dashboards"], form: links },
  {
    section: [...monitoring, "alerts"],
    title: "Alerts",
    path: ["observability", "alerts"],
    form: namedItems("name", "when", { key: "notify", word: "notify" }),
  },
  {
    section: [...monitoring, "monitoring-duration"],
    title: "Monitoring Duration",
    path: ["observability", "monitoring"],
    form: record([
      number("intensive", ["Intensive monitoring", "Intensive"]),
      number("standard", ["Standard monitoring", "Standard"]),
      number("extended", ["Extended monitoring", "Extended"]),
    ]),
  },
  {
    section: [...monitoring, "post-release-validation"],
    title: "Post-Release Validation",
    path: ["observability", "validation"],
    form: links,
  },
  { section: notes, title: "Release Notes", path: ["notes"] },
  {
    section: [...notes, "features-delivered"],
    title: "Features Delivered",
    path: ["notes", "features"],
    form: namedItems("title", "description"),
  },
  {
    section: [...notes, "known-risks-mitigations"],
    title: "Known Risks & Mitigations",
    path: ["notes", "risks"],
    form: riskItems,
  },
  {
    section: [...notes, "owner-s-on-call-contacts"],
    title: "Owner(s) & On-Call Contacts",
    path: ["notes", "contacts"],
    form: namedItems("role", "name", { key: "contact" }),
  },
  {
    section: [...notes, "communication-channels"],
    title: "Communication Channels",
    path: ["notes", "channels"],
    form: namedItems("audience", "channel"),
  },
  {
    section: [...notes, "documentation-links"],
    title: "Documentation Links",
    path: ["notes", "documentation"],
    form: links,
  },
  { section: ["approvals"], title: "Approvals", path: ["approvals"], form: approvalTable },
  { section: checklist, title: "Release Checklist", path: ["checklist"] },
  { section: [...checklist, "pre-release"], title: "Pre-Release", path: ["checklist", "preRelease"], form: gateItems },
  {
    section: [...checklist, "during-release"],
    title: "During Release",
    path: ["checklist", "duringRelease"],
    form: gateItems,
  },
  {
    section: [...checklist, "post-release"],
    title: "Post-Release",
    path: ["checklist", "postRelease"],
    form: gateItems,
  },
];
