import { describe, expect, it } from "vitest";
import { completions, manifestHead, type Offered } from "./completion-support.ts";
import { release } from "./workspace.ts";

const name = "release-manifest.yaml";
const inManifest = (body: string): Promise<Offered> => completions({ [name]: manifestHead + body });
const inRelease = (from: string, to: string): Promise<Offered> =>
  completions({ ...release, [name]: release[name].replace(from, to) });

describe("keys", () => {
  it("come required first, without those that stand there", async () => {
    const { labels, items } = await inManifest("release:\n  name: Winter\n  ‸\n");
    expect(labels.slice(0, 4)).toEqual(["id", "date", "owners", "previousVersion"]);
    expect(labels).not.toContain("name");
    expect(items[0]?.detail).toBe("Id (required)");
    expect(items[0]?.documentation).toMatchObject({ kind: "markdown", value: expect.stringContaining("v2.1.0") });
  });

  it("bring what their value needs", async () => {
    expect((await inManifest("release:\n  da‸\n")).accept("date")).toBe(
      `${manifestHead}release:\n  date: 2026-11-20\n`,
    );
    expect((await inManifest("release:\n  ow‸\n")).accept("owners")).toBe(
      `${manifestHead}release:\n  owners: ["[Owners]"]\n`,
    );
    expect((await inManifest("testing:\n  smoke:\n    ‸\n")).accept("status")).toBe(
      `${manifestHead}testing:\n  smoke:\n    status: pending\n`,
    );
  });

  it("bring whole sections", async () => {
    const text = (await inManifest("sc‸\n")).accept("scope");
    expect(text).toContain('scope:\n  - id: "[Pull request]"\n    url:');
    expect(text).toContain("\n    rollback:\n      flag:");
  });

  it("correct a wrong indentation", async () => {
    expect((await inManifest("release:\n  id: v1\n     na‸\n")).accept("name")).toContain(
      '  id: v1\n  name: "[Name]"\n',
    );
    expect((await inManifest("release:\n  id: v1\n na‸\n")).accept("name")).toContain('  id: v1\n  name: "[Name]"\n');
  });

  it("take the place of a key that has its colon", async () => {
    expect((await inManifest("release:\n  statu‸: draft\n")).accept("status")).toBe(
      `${manifestHead}release:\n  status: draft\n`,
    );
  });

  it("stand in a flow map on one line", async () => {
    expect((await inManifest("testing:\n  smoke: { status: passed, du‸ }\n")).accept("duration")).toContain(
      "{ status: passed, duration: 2h30m }",
    );
  });

  it("offer the ways to undo something in an item, each whole", async () => {
    const { labels } = await inManifest("scope:\n  - id: a\n    ‸\n");
    expect(labels).toEqual(
      expect.arrayContaining(["rollback", "Rollback by script", "Irreversible, with its forward fix"]),
    );
    const root = await inManifest("‸\n");
    expect(root.labels).not.toContain("Rollback by script");
  });
});

describe("items", () => {
  it.each([
    ["scope:\n  ‸\n", "Work item", 'scope:\n  - id: "[Pull request]"\n    url:'],
    ["scope:\n  - ‸\n", "Work item", 'scope:\n  - id: "[Pull request]"\n    url:'],
    ["scope:\n  -‸\n", "Work item", 'scope:\n  - id: "[Pull request]"\n    url:'],
    ["scope:\n- id: a\n- ‸\n", "Work item", '- id: a\n- id: "[Pull request]"\n  url:'],
    ["rollout:\n  phases:\n    - ‸\n", "Rollout phase", "    - name: Canary\n      traffic: 5%\n"],
    ["checklist:\n  preRelease:\n    ‸\n", "Gate, open", "    - gate: "],
    ["migrations:\n  database:\n    - ‸\n", "Database migration", '    - id: "[Migration id]"\n      title:'],
    ["approvals:\n  - ‸\n", "Approval, given", "    at: 2026-11-20\n"],
    ["rollback:\n  steps:\n    - ‸\n", "Rollback step", "    - step: Deploy the previous version\n      command:"],
  ])("%j", async (body, label, expected) => {
    expect((await inManifest(body)).accept(label)).toContain(expected);
  });

  it("of one list are not offered in another", async () => {
    const { labels } = await inManifest("scope:\n  - ‸\n");
    expect(labels).not.toContain("Gate, open");
    expect(labels).not.toContain("Database migration");
  });
});

describe("values", () => {
  it.each([
    ["release:\n  status: ‸\n", ["draft", "in-review", "approved"]],
    ["release:\n  type: ‸\n", ["major", "minor", "patch", "hotfix"]],
    ["checklist:\n  preRelease:\n    - gate: a\n      checked: ‸\n", ["true", "false"]],
    ["release:\n  date: ‸\n", ["2026-11-20", "2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"]],
    ["rollback:\n  rto: ‸\n", ["5m", "15m", "30m", "1h"]],
    ["rollout:\n  phases:\n    - name: a\n      traffic: ‸\n", ["1%", "5%", "10%"]],
    ["rollout:\n  abortRules:\n    - ‸\n", ["error rate > 2%", "any critical error"]],
  ])("%j", async (body, expected) => {
    const { labels } = await inManifest(body);
    expect(labels.slice(0, expected.length)).toEqual(expected);
  });

  it("are set apart from a colon without a blank", async () => {
    expect((await inManifest("release:\n  status:‸\n")).accept("approved")).toContain("  status: approved\n");
  });

  it("of a key with a nested value bring it", async () => {
    expect((await inManifest("rollback:\n  teams: ‸\n")).accept("teams …")).toContain(
      '  teams: \n    primary: "[Release Manager]"\n',
    );
    expect((await inManifest("release:\n  owners: ‸\n")).accept("owners …")).toContain('  owners: ["[Owners]"]\n');
  });

  it("are people whom the documents name, quoted", async () => {
    const found = await inRelease('    owner: "@bob"', "    owner: ‸");
    expect(found.labels.slice(0, 1)).toEqual(["@alice"]);
    expect(found.accept("@alice")).toContain('    owner: "@alice"\n    risk');
    const quoted = await inRelease('    owner: "@bob"', '    owner: "@a‸"');
    expect(quoted.accept("@alice")).toContain('    owner: "@alice"\n    risk');
    const open = await inRelease('    owner: "@bob"', '    owner: "@a‸');
    expect(open.accept("@alice")).toContain('    owner: "@alice"\n    risk');
    const listed = await inRelease('owners: ["@alice"]', 'owners: ["@alice", ‸]');
    expect(listed.accept("@bob")).toContain('owners: ["@alice", "@bob"]');
  });

  it("are the ids of migrations and work items where they are named", async () => {
    expect((await inRelease("order: [0007_shard]", "order: [‸]")).accept("0007_shard")).toContain(
      "order: [0007_shard]",
    );
    expect((await inRelease("{ flag: search.rank }", "{ revert: ‸ }")).accept("#77")).toContain('{ revert: "#77" }');
  });

  it("are files beside the document", async () => {
    const runbook = await inRelease("./runbook.md", "./‸");
    expect(runbook.labels.slice(0, 2)).toEqual(["./runbook.md", "./notes.md"]);
    expect(runbook.accept("./runbook.md")).toContain("runbook: ./runbook.md\n");
    expect((await inRelease("      script: rollback/0007.sql", "      script: ‸")).labels[0]).toBe("rollback/0007.sql");
  });
});

describe("comments", () => {
  it("name rules", async () => {
    const found = await inManifest("# release-docs-disable-next-line gat‸\nscope: []\n");
    expect(found.labels).toContain("gates/unchecked");
    expect(found.accept("gates/unchecked")).toContain("# release-docs-disable-next-line gates/unchecked -- reason\n");
    expect((await inManifest("# rel‸\n")).accept("release-docs-disable-file")).toContain(
      "# release-docs-disable-file \n",
    );
    expect((await inManifest("# release-docs-disable-file gates/unchecked -- be‸\n")).labels).toEqual([]);
  });
});

it("says nothing in a block scalar", async () => {
  expect((await inManifest("release:\n  summary: |\n    We ‸\n")).labels).toEqual([]);
});
