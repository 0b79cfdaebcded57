// `npm run new-rule family/name`: a rule that works and says nothing of real documents yet, its line in the registry, a fixture
// that it fires on, and its page. Refuses what is no id of a rule, and what is there already.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const registry = "server/src/rules/index.ts";
const rulePath = (id) => `server/src/rules/${id}.ts`;
const fixturePath = (id) => `test/fixtures/rules/${id.replace("/", "-")}.release-manifest.yaml`;

const reserved = new Set(
  "break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await eval arguments".split(
    " ",
  ),
);

/**
 * What a new rule consists of, as texts by path; or why there can be none.
 *
 * @param {string} id `family/name`
 * @param {string} index the text of the registry
 * @returns {{ files: Readonly<Record<string, string>>, problem?: undefined } | { problem: string }}
 */
export function newRule(id, index) {
  const parts = /^(?<family>[a-z]+(?:-[a-z]+)*)\/(?<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/.exec(id)?.groups;
  if (parts === undefined)
    return { problem: `"${id}" is no id of a rule: write family/name, in small letters, say scope/critical-owner` };
  const listed = [...index.matchAll(/^export \{ (\w+) \} from "\.\/(.+)\.ts";$/gm)];
  if (listed.some(([, , path]) => path === id)) return { problem: `There is a rule ${id} already: ${rulePath(id)}` };
  const taken = new Set(listed.map(([, name]) => name));
  const name = [camelCase(parts.name), camelCase(`${parts.family}-${parts.name}`)].find(
    (each) => !taken.has(each) && !reserved.has(each),
  );
  if (name === undefined) return { problem: `The names that ${id} would be exported by are taken in ${registry}` };
  const line = `export { ${name} } from "./${id}.ts";\n`;
  const next = listed.find(([, , path]) => path > id);
  const at = next?.index ?? index.length;
  return {
    files: {
      [rulePath(id)]: ruleText(id, name),
      [registry]: index.slice(0, at) + line + index.slice(at),
      [fixturePath(id)]: fixtureText(id),
    },
  };
}

const camelCase = (words) => words.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

const manifest = (title, marker = "") => `apiVersion: release-docs/v1
kind: ReleaseManifest
scope:
  - id: "#1"
${marker}    title: ${title}
`;

const ruleText = (id, name) => `import type { Rule } from "../rule.ts";

/** Say what holds, in one sentence. */
export const ${name}: Rule = {
  id: "${id}",
  title: "Say what holds where this rule is silent",
  rationale: "Say what happens to a release that does not keep it.",
  severity: "warning",
  bad: \`${manifest("Replace this example")}\`,
  good: \`${manifest("An example that keeps the rule")}\`,
  inTemplates: false,
  declaredOnly: false,
  each: {
    workItems({ title }, _context, report) {
      if (title?.value !== "Replace this example") return;
      report({ at: title.at, message: "Say what is wrong: say what to do" });
    },
  },
};
`;

const fixtureText = (id) => `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v2.1.0
  date: 2026-12-04
  status: draft
  owners: ["@alice"]
scope:
  - id: "#1"
    # expect: ${id} «Replace this example» "Say what is wrong: say what to do"
    title: Replace this example
    rollback: { flag: example }
  - id: "#2"
    title: An example that keeps the rule
    rollback: { flag: example }
rollback:
  triggers: { manual: [The error rate is over 5%] }
  steps:
    - step: Switch the flag off
      owner: "@alice"
      duration: 2m
      verify: The error rate is back under 0.1%
  estimatedTime: 10m
checklist:
  preRelease:
    - gate: Backups verified
`;

/** @param {string | undefined} id */
function main(id) {
  if (id === undefined || id.startsWith("-")) return "Usage: npm run new-rule family/name";
  const { files, problem } = newRule(id, readFileSync(join(root, registry), "utf8"));
  if (problem !== undefined) return problem;
  const present = Object.keys(files).find((path) => path !== registry && existsSync(join(root, path)));
  if (present !== undefined) return `${present} is there already`;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  execFileSync("npm", ["run", "--silent", "docs"], {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  console.log([...Object.keys(files), `docs/rules/${id.replace("/", "--")}.md`, "docs/rules/README.md"].join("\n"));
  console.log(`\nFill in the rule, its fixture, then: npm run docs && npx vitest run test/unit/rules`);
  return undefined;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const problem = main(process.argv[2]);
  if (problem !== undefined) {
    console.error(problem);
    process.exitCode = 2;
  }
}
