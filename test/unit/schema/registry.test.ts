import { describe, expect, test } from "vitest";
import type { SectionDefinition } from "../../../server/src/document/kind.ts";
import { createKindRegistry } from "../../../server/src/schema/registry.ts";
import { slug } from "../../../server/src/text/values/slug.ts";

const registry = createKindRegistry();

const flat = (sections: readonly SectionDefinition[]): readonly SectionDefinition[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);

test("knows the kinds of release documents, the manifest in two formats", () => {
  expect(registry.kinds.map(({ name, format }) => `${name} ${format}`)).toEqual([
    "ReleaseManifest yaml",
    "ReleaseManifest markdown",
    "ReleaseRunbook markdown",
    "ReleasePlan markdown",
    "ReleaseManagementPlan markdown",
    "ReleaseChecklist markdown",
    "DeploymentReport markdown",
    "ReleaseNotes markdown",
  ]);
});

test("finds a kind by name, and by format where it has two", () => {
  expect(registry.find("ReleaseManifest", "markdown")?.format).toBe("markdown");
  expect(registry.find("ReleaseManifest")?.format).toBe("yaml");
  expect(registry.find("ReleaseRunbook", "yaml")).toBeUndefined();
  expect(registry.find("Nonsense")).toBeUndefined();
});

test.each([
  ["ReleaseManifest", ["Release Manifest"]],
  ["ReleaseRunbook", ["Release Runbook"]],
  ["ReleasePlan", ["Release Plan"]],
  ["ReleaseManagementPlan", ["Release Management Plan"]],
  ["ReleaseChecklist", ["Release … Checklist"]],
  ["DeploymentReport", []],
  ["ReleaseNotes", []],
])("recognises %s by its title", (name, titles) => {
  expect(registry.find(name)?.titles).toEqual(titles);
});

describe("what a rollback plan must have", () => {
  const errors = (name: string): readonly string[] =>
    Object.entries(registry.find(name)?.rollback ?? {}).flatMap(([part, demand]) => (demand === "error" ? [part] : []));

  test.each([
    ["ReleaseManifest", ["triggers", "steps"]],
    ["ReleaseRunbook", ["triggers", "owner", "steps", "verification"]],
    ["ReleasePlan", ["triggers", "steps"]],
    ["ReleaseManagementPlan", ["triggers", "steps"]],
    ["ReleaseChecklist", ["triggers", "steps"]],
    ["DeploymentReport", []],
    ["ReleaseNotes", []],
  ])("%s", (name, parts) => {
    expect(errors(name).toSorted()).toEqual(parts.toSorted());
  });

  test("a checklist needs one of triggers and steps; the manager of a runbook decides", () => {
    expect(registry.kinds.filter(({ rollbackEither }) => rollbackEither).map(({ name }) => name)).toEqual([
      "ReleaseChecklist",
    ]);
    expect(registry.find("ReleaseRunbook")?.managerDecides).toBe(true);
  });

  test("is asked of every judged kind, in a section of that role", () => {
    for (const { name, format, judged, sections } of registry.kinds) {
      const plans = flat(sections).filter(({ role }) => role === "rollback");
      expect([name, format, plans.length]).toEqual([name, format, judged ? 1 : 0]);
    }
  });
});

describe.each(registry.kinds.map((kind) => [`${kind.name} ${kind.format}`, kind] as const))("%s", (_, kind) => {
  test("tells the sections of one place apart by their titles", () => {
    const visit = (sections: readonly SectionDefinition[]): void => {
      const owners = new Map<string, string>();
      for (const { key, title, aliases, sections: below } of sections) {
        for (const name of new Set([title, ...aliases].map(slug))) {
          expect(owners.get(name) ?? key, `“${name}” of ${key}`).toBe(key);
          owners.set(name, key);
        }
        visit(below);
      }
    };
    visit(kind.sections);
  });

  test("keys its sections by their titles", () => {
    if (kind.format === "yaml") return;
    for (const { key, title } of flat(kind.sections)) expect(slug(title)).toBe(key);
  });

  test("knows the labels of every fact", () => {
    for (const labels of Object.values(kind.labels)) expect(labels.length).toBeGreaterThan(0);
  });
});

test("a gate's phase comes from its section", () => {
  const phaseOf = (name: string, ...path: readonly string[]): string | undefined => {
    let sections = registry.find(name)?.sections ?? [];
    let phase: string | undefined;
    for (const key of path) {
      const found = sections.find((section) => section.key === key);
      phase = found?.gatePhase;
      sections = found?.sections ?? [];
    }
    return phase;
  };
  expect(phaseOf("ReleaseManifest", "checklist", "preRelease")).toBe("pre-release");
  expect(phaseOf("ReleaseManifest", "checklist", "postRelease")).toBe("post-release");
  expect(phaseOf("ReleaseRunbook", "deployment-steps", "staging-deployment")).toBe("pre-release");
  expect(phaseOf("ReleaseRunbook", "deployment-steps", "production-deployment")).toBe("release");
  expect(phaseOf("ReleaseChecklist", "deployment-phase", "pre-deployment")).toBe("pre-release");
  expect(phaseOf("ReleaseChecklist", "deployment-phase", "deployment-execution")).toBe("release");
  expect(phaseOf("ReleaseChecklist", "deployment-phase", "post-deployment-verification")).toBe("post-release");
  expect(phaseOf("ReleaseChecklist", "rollback-procedures", "rollback-checklist")).toBe("rollback");
});

test("says nothing of a kind that is not its own", () => {
  const [kind] = createKindRegistry().kinds;
  expect(kind && registry.validate(kind, 1)).toEqual([]);
});
