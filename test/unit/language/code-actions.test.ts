import { describe, expect, it } from "vitest";
import { certainFix, fixAll, fixOf } from "../../../server/src/engine/fix-all.ts";
import { isFixAll, type ProposedAction, proposeActions } from "../../../server/src/language/code-actions.ts";
import { apply, at, cursorMark, type Opened, open } from "./workspace.ts";

const anything = (): boolean => true;

function actionsAt(
  opened: Opened,
  options: { readonly identity?: string; readonly wanted?: (kind: string) => boolean } = {},
) {
  const { context, service, offset } = opened;
  return proposeActions(
    {
      ...context,
      identity: options.identity,
      edit: (intention) => service.edit(context.assessment.document, intention),
    },
    { start: offset, end: offset },
    options.wanted ?? anything,
  );
}

/** The lines that an action makes of those that it changes. */
function outcome({ text }: Opened, action: ProposedAction | undefined): readonly string[] {
  if (action === undefined || isFixAll(action.does)) return [];
  const before = text.split("\n");
  return apply(text, action.does)
    .split("\n")
    .filter((line) => !before.includes(line));
}

const titled = (actions: readonly ProposedAction[], title: string): ProposedAction | undefined =>
  actions.find((action) => action.title === title);

describe("gates", () => {
  it("are answered at the cursor, signed where an identity is set", async () => {
    const opened = await at("release-manifest.yaml", "gate: Load te‸st");
    const actions = actionsAt(opened, { identity: "@dana" });
    expect(outcome(opened, titled(actions, "Mark gate as checked"))).toEqual([
      '      by: "@dana"',
      "      at: 2026-11-20",
    ]);
    expect(outcome(opened, titled(actions, "Waive gate"))).toEqual([
      "      waived:",
      '        by: "@dana"',
      '        reason: "[Reason]"',
    ]);
    expect(outcome(opened, titled(actions, "Mark gate as not applicable"))).toEqual([
      "      notApplicable:",
      '        reason: "[Reason]"',
    ]);
    expect(outcome(opened, titled(actions, "Mark gate as failed"))).toContain("      failed: true");
  });

  it("are answered in a runbook, without a name where none is set", async () => {
    const opened = await at("runbook.md", "Load te‸st repeated");
    const actions = actionsAt(opened);
    expect(outcome(opened, titled(actions, "Mark gate as checked"))).toEqual(["- [x] Load test repeated"]);
    expect(outcome(opened, titled(actions, "Waive gate"))).toEqual([
      "- [ ] Load test repeated (waived by [Name]: [Reason])",
    ]);
    const signed = actionsAt(opened, { identity: "@dana" });
    expect(outcome(opened, titled(signed, "Mark gate as checked"))).toEqual([
      "- [x] Load test repeated (by @dana, 2026-11-20)",
    ]);
  });

  it("that are answered can be reopened", async () => {
    const opened = await at("runbook.md", "Index re‸hearsed");
    const actions = actionsAt(opened);
    expect(actions.map(({ title }) => title)).toEqual(["Reopen gate"]);
    expect(outcome(opened, actions[0])).toEqual(["- [ ] Index rehearsed on staging"]);
  });

  it("are offered once, where a finding offers the same", async () => {
    const opened = await at("runbook.md", "- [‸ ] Load test");
    const titles = actionsAt(opened).map(({ title }) => title);
    expect(titles.filter((title) => title === "Mark gate as checked")).toHaveLength(1);
  });

  it("are never answered all at once", async () => {
    const opened = await at("runbook.md", "- [‸ ] Load test");
    expect(actionsAt(opened).filter(({ does }) => isFixAll(does) && does.rule === "gates/unchecked")).toEqual([]);
  });
});

describe("findings", () => {
  it("are silenced with a reason that is left to the author", async () => {
    const opened = await at("runbook.md", "- [‸ ] Load test");
    expect(outcome(opened, titled(actionsAt(opened), "Silence gates/unchecked here, with a reason"))).toEqual([
      "<!-- release-docs-disable-next-line gates/unchecked -- [Reason] -->",
    ]);
  });

  it("of a document that is only recognised come with a declaration at its title", async () => {
    const opened = await open({ "list.md": `# Release Check${cursorMark}list: v1.2.0\n\n- [ ] Built\n` });
    const actions = actionsAt(opened);
    expect(outcome(opened, titled(actions, "Declare this document"))).toContain("kind: ReleaseChecklist");
  });
});

describe("numbers of headings", () => {
  const text =
    "# Release Checklist: v1.2.0\n\n## 1. Before\n\n- [ ] Built\n\n## 3. Af‸ter\n\nSee [before](#3-after).\n";

  it("are made consecutive at a heading", async () => {
    const opened = await open({ "list.md": text });
    const action = titled(actionsAt(opened), "Renumber sections");
    expect(action?.kind).toBe("refactor.rewrite");
    expect(outcome(opened, action)).toEqual(["## 2. After", "See [before](#2-after)."]);
  });

  it("are made consecutive from anywhere, as an action of the source", async () => {
    const opened = await open({ "list.md": text.replace("‸", "").replace("Built", "Bui‸lt") });
    const wanted = (kind: string): boolean => kind.startsWith("source.renumberSections");
    expect(actionsAt(opened, { wanted }).map(({ title, kind }) => [title, kind])).toEqual([
      ["Renumber sections", "source.renumberSections.releaseDocs"],
    ]);
    expect(titled(actionsAt(opened), "Renumber sections")).toBeUndefined();
  });

  it("that are in step are left alone", async () => {
    const opened = await open({ "list.md": text.replaceAll("3", "2") });
    expect(titled(actionsAt(opened), "Renumber sections")).toBeUndefined();
  });
});

describe("dates", () => {
  const dated = (date: string): Promise<Opened> =>
    open({
      "list.md": `# Release Checklist: v1.2.0\n\n- **Freeze date**: ${date}${cursorMark} 10:00\n\n- [ ] Built\n`,
    });
  const written = (opened: Opened) =>
    actionsAt(opened)
      .filter(({ title }) => title.startsWith("Write "))
      .map((action) => [...outcome(opened, action), action.preferred]);

  it.each(["4 December 2026", "December 4, 2026", "2026/12/04", "2026-12-4", "04.12.2026"])(
    "as %s are written as tools read them",
    async (date) => expect(written(await dated(date))).toEqual([["- **Freeze date**: 2026-12-04 10:00", false]]),
  );

  it("that may be two days are written as either", async () => {
    expect(written(await dated("04/12/2026"))).toEqual([
      ["- **Freeze date**: 2026-12-04 10:00", false],
      ["- **Freeze date**: 2026-04-12 10:00", false],
    ]);
  });

  it.each(["2026-12-04", "next Friday", "1/2 of 2026"])("as %s are left alone", async (date) => {
    expect(written(await dated(date))).toEqual([]);
  });
});

const faulty = `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v1.0.0
  name: One
  date: 2026-12-04
  status: approved
  ownrs: ["@alice"]
scope:
  - id: "#1"
    titel: One
    owner: "@alice"
    risk: ${cursorMark}hihg
  - id: "#2"
    title: Two
    owner: "@alice"
    risk: lwo
  - id: "#3"
    titel: Three
    owner: "@alice"
    risk: low
    rollback: { flag: three }
`;

describe("fix all", () => {
  const tools = ({ service, assess }: Opened) => ({
    edit: service.edit,
    assess,
  });

  it("is offered for a rule, and for a fix that several findings share", async () => {
    const risk = actionsAt(await open({ "release-manifest.yaml": faulty }));
    expect(titled(risk, "Fix all 2 findings of schema/enum")?.does).toEqual({ rule: "schema/enum" });
    const id = actionsAt(
      await open({ "release-manifest.yaml": faulty.replace(cursorMark, "").replace('"#1"', `"#${cursorMark}1"`) }),
    );
    expect(titled(id, "Add rollback by script (all 2 places)")?.does).toEqual({
      rule: "rollback/missing-step",
      title: "Add rollback by script",
    });
  });

  it("of the source makes the certain fixes, until none is left", async () => {
    const opened = await open({ "release-manifest.yaml": faulty });
    const fixed = apply(opened.text, (await fixAll(opened.assessment, certainFix, tools(opened))).changes);
    expect(fixed).toBe(
      opened.text
        .replace("ownrs:", "owners:")
        .replaceAll("titel:", "title:")
        .replace("hihg", "high")
        .replace("lwo", "low"),
    );
    const after = await opened.assess(fixed);
    expect(after.findings.filter((finding) => certainFix(finding) !== undefined)).toEqual([]);
  });

  it("of one fix makes it everywhere", async () => {
    const opened = await open({ "release-manifest.yaml": faulty });
    const choose = fixOf("rollback/missing-step", "Add rollback by script");
    const fixed = apply(opened.text, (await fixAll(opened.assessment, choose, tools(opened))).changes);
    expect(fixed.match(/script: TBD/g)).toHaveLength(2);
    const after = await opened.assess(fixed);
    expect(after.findings.filter(({ rule, fixes }) => rule === "rollback/missing-step" && fixes.length > 0)).toEqual(
      [],
    );
  });

  it("is asked for as a source action only", async () => {
    const opened = await open({ "release-manifest.yaml": faulty });
    const wanted = (kind: string): boolean => kind.startsWith("source.fixAll");
    expect(actionsAt(opened, { wanted })).toEqual([
      { title: "Fix all in this document", kind: "source.fixAll.releaseDocs", preferred: false, does: {} },
    ]);
  });
});
