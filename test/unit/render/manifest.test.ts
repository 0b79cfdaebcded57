import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { renderDocument } from "../../../server/src/render/render-document.ts";
import { assess, contentOf, withoutLines } from "./assess.ts";
import { decodeEntities, readHtml } from "./read-html.ts";

const head = "apiVersion: release-docs/v1\nkind: ReleaseManifest\n";

async function rendered(body: string): Promise<string> {
  const html = renderDocument(await assess(head + body, "release-manifest.yaml", { as: "run" }));
  readHtml(html);
  return withoutLines(contentOf(html))
    .replace(/ class="finding \w+" title="[^"]*" aria-describedby="[^"]*"/g, "")
    .replace(/<span>(.*?)<\/span>/g, "$1");
}

describe("a manifest", () => {
  it("is titled by its release, whose facts follow", async () => {
    expect(
      await rendered(
        "release:\n  id: 2.10\n  name: Harbour\n  date: 2026-12-04\n  owners: ['@ines', '@joon']\n  summary: Faster.\n",
      ),
    ).toBe(
      '<h1>Harbour 2.10</h1><p class="lead">Faster.</p><dl class="pairs"><div><dt>Id</dt><dd>2.10</dd></div>' +
        "<div><dt>Date</dt><dd>2026-12-04</dd></div><div><dt>Owners</dt><dd>@ines, @joon</dd></div></dl>",
    );
  });

  it("shows its scope as a table that links to what it names", async () => {
    expect(
      await rendered(
        'scope:\n  - id: "#12"\n    url: https://x.example/12\n    title: A <b>\n    rollback: { flag: a.b }\n  - id: "#13"\n',
      ),
    ).toBe(
      '<h1>Release Manifest</h1><h2>Scope</h2><div class="table" role="group" aria-label="Table: Scope" tabindex="0"><table>' +
        '<thead><tr><th scope="col">Id</th><th scope="col">Title</th><th scope="col">Rollback</th></tr></thead><tbody>' +
        '<tr><th scope="row"><a href="https://x.example/12">#12</a></th><td>A &lt;b&gt;</td><td><dl class="pairs"><div><dt>Flag</dt><dd><code>a.b</code></dd></div></dl></td></tr>' +
        '<tr><th scope="row">#13</th><td><span class="nothing">–</span></td><td><span class="nothing">–</span></td></tr></tbody></table></div>',
    );
  });

  it("shows checklists with a box for each gate, and its answer in words", async () => {
    const html = await rendered(
      "release: { status: in-progress }\nchecklist:\n  preRelease:\n    - gate: Merged\n      checked: true\n      by: '@ines'\n      at: 2026-11-19\n      evidence: https://ci.example/1\n    - gate: Load test\n      waived: { by: '@bob', reason: No change }\n    - gate: Backup\n      failed: Disk full\n    - Plain\n",
    );
    const gates = html.slice(html.indexOf('<ul class="gates">'));
    expect(gates).toBe(
      '<ul class="gates"><li><input type="checkbox" data-gate="checklist/preRelease/merged" data-state="checked" aria-label="Merged" checked=""> Merged <span class="answer">by @ines, 2026-11-19</span> <span class="answer"><a href="https://ci.example/1">https://ci.example/1</a></span></li>' +
        '<li><input type="checkbox" data-gate="checklist/preRelease/load-test" data-state="waived" aria-label="Load test"> Load test <span class="state waived">Waived</span> <span class="answer">by @bob, No change</span></li>' +
        '<li><input type="checkbox" data-gate="checklist/preRelease/backup" data-state="failed" data-due="" aria-label="Backup, due"> Backup <span class="state failed">Failed</span> <span class="answer">Disk full</span></li>' +
        '<li><input type="checkbox" data-gate="checklist/preRelease/plain" data-state="open" data-due="" aria-label="Plain, due"> Plain</li></ul>',
    );
  });

  it("has a box for every gate, wherever it stands, and shows every text", async () => {
    const text = readFileSync("test/fixtures/manifest-complete.release-manifest.yaml", "utf8");
    const assessment = await assess(text, "v3.4.0.release-manifest.yaml");
    const html = renderDocument(assessment);
    const boxes = readHtml(html).flatMap(({ attributes }) => attributes.get("data-gate") ?? []);
    expect(boxes.map(decodeEntities).sort()).toEqual(assessment.document.gates.map(({ id }) => id).sort());
    const words = decodeEntities(
      contentOf(html)
        .replace(/<a href="([^"]*)"/g, "$1 <a")
        .replace(/<[^>]*>/g, " "),
    );
    const missing = textsIn(assessment.document.value).filter(
      (value) => !value.split(/\s+/).every((word) => words.includes(word)),
    );
    expect(missing).toEqual(["release-docs/v1", "ReleaseManifest"]);
  });

  it("shows what no schema knows, and shapes that no schema allows", async () => {
    const html = await rendered(
      "extra:\n  deep: { er: [1, { a: null }] }\nscope: none\nchecklist: [a, [b]]\nrollout: { phases: { name: x } }\nrelease: [x]\n",
    );
    for (const word of ["Extra", "Deep", ">none<", "> a<", "> b<", ">x<"]) expect(html).toContain(word);
  });

  it("marks placeholders and findings at their values", async () => {
    const html = renderDocument(
      await assess(
        `${head}release:\n  id: v[X.Y.Z]\n  date: 2026-12-04\n  status: approved\n  owners: ["@a"]\nscope:\n  - id: "#1"\n    risk: hihg\n`,
        "release-manifest.yaml",
        { as: "run" },
      ),
    );
    readHtml(html);
    expect(html).toContain('<mark class="placeholder" title="Still to be filled in">v[X.Y.Z]</mark>');
    expect(html).toMatch(
      /<span class="finding error" title="[^"]*hihg[^"]*" aria-describedby="finding-[\da-z-]+">hihg<\/span>/,
    );
  });

  it("says which parts it could not read", async () => {
    const html = renderDocument(
      await assess(`${head}release:\n  id: v1\nscope:\n  - id: "#1\nrollback: { steps: [a\n`, "release-manifest.yaml"),
    );
    readHtml(html);
    expect(html).toContain("Parts of this document cannot be read");
  });
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
