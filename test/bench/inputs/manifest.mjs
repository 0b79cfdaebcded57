import { createRandom } from "./random.mjs";
import { change, check, day, people, services, threshold } from "./words.mjs";

/** What each kind of entry takes of the lines that grow with the manifest. */
const shares = { scope: 0.4, migrations: 0.16, phases: 0.12, steps: 0.06, risks: 0.06 };

/**
 * A release manifest of about `lines` lines, as a team would keep it: work items, migrations, phases, gates, a rollback plan.
 *
 * Valid against `schemas/release-manifest.schema.json`, but for `fault`: the risk of the first work item is then
 * misspelt (`hihg`), so that a benchmark can see that each side found something. Dates are quoted, since other tools would
 * read them as objects.
 *
 * @param {{ lines: number, seed?: number, fault?: boolean, runbook?: string }} wish
 * @returns {string}
 */
export function manifest({ lines, seed = 1, fault = false, runbook = "./runbook.md" }) {
  const random = createRandom(seed * 7919 + lines);
  const version = `v${random.between(1, 9)}.${random.between(0, 9)}.${random.between(0, 9)}`;
  const fixed = [head(random, version, runbook), testing(random), rollbackPlan(random), tail(random)];
  const growing = lines - fixed.flat().length - 30;
  const fill = (share, entry) => {
    const written = [];
    for (let number = 1; written.length < growing * share || number < 3; number++) written.push(...entry(number));
    return written;
  };
  const scope = fill(shares.scope, (number) => workItem(random, number));
  if (fault) scope.splice(scope.indexOf(scope.find((line) => line.startsWith("    risk:"))), 1, "    risk: hihg");
  const migrations = fill(shares.migrations, (number) => migration(random, number));
  const ids = migrations.filter((line) => line.startsWith("    - id:")).map((line) => line.slice(10));
  const phases = rolloutPhases(random, growing * shares.phases);
  const steps = fill(shares.steps, (number) => rollbackStep(random, number));
  const risks = fill(shares.risks, (number) => risk(random, number));
  const body = [
    ...fixed[0],
    "scope:",
    ...scope,
    ...fixed[1],
    "migrations:",
    "  database:",
    ...migrations,
    "  order:",
    ...ids.map((id) => `    - ${id}`),
    "  activation: Features on after the last migration",
    "  monitoring: Extended during the window",
    "rollout:",
    "  strategy: Canary",
    "  abortRules:",
    "    - error rate > 2%",
    "    - any critical error",
    "  phases:",
    ...phases,
    ...fixed[2],
    "  steps:",
    ...steps,
    ...fixed[3],
    "  risks:",
    ...risks,
  ];
  return `${[...body, ...checklist(random, lines - body.length)].join("\n")}\n`;
}

function head(random, version, runbook) {
  return [
    "# What this release brings, who agreed to it, and how it is undone.",
    "apiVersion: release-docs/v1",
    "kind: ReleaseManifest",
    "release:",
    `  id: ${version}`,
    `  name: ${random.pick(["Winter", "Spring", "Summer", "Autumn"])} ${random.pick(services)}`,
    "  previousVersion: v0.9.4",
    '  date: "2026-12-04"',
    "  status: approved",
    "  owners:",
    '    - "@alice"',
    '    - "@platform"',
    '  onCall: ["@dana", "#release-room"]',
    `  runbook: ${runbook}`,
    "",
    "approvals:",
    ...["Product owner", "Operations", "Security"].flatMap((role) => [
      `  - role: ${role}`,
      "    required: true",
      `    by: "${random.pick(people)}"`,
      `    at: "${day(random)}"`,
      "    decision: approved",
    ]),
    "",
  ];
}

const rollbackOf = (random, number) =>
  random.pick([
    ["      flag: release.item", `      verify: The old path answers again, item ${number}`],
    [`      script: migrations/rollback/${number}.sql`, "      duration: 5m"],
    ["      command: deployctl rollback checkout --to v0.9.4", '      owner: "@bob"'],
    [`      revert: Revert the merge of pull request ${number}`],
    [`      config: Restore the settings of v0.9.4 for item ${number}`],
  ]);

function workItem(random, number) {
  return [
    `  - id: "#${1000 + number}"`,
    `    url: https://github.com/example/shop/pull/${1000 + number}`,
    `    title: ${change(random)}`,
    `    owner: "${random.pick(people)}"`,
    `    risk: ${random.pick(["low", "low", "medium", "high", "critical"])}`,
    "    rollback:",
    ...rollbackOf(random, number),
  ];
}

function migration(random, number) {
  const id = `${String(number).padStart(4, "0")}_${random.pick(services)}_${random.pick(["index", "column", "table"])}`;
  return [
    `    - id: "${id}"`,
    `      title: ${change(random)}`,
    `      strategy: ${random.pick(["expand", "contract", "expand-contract"])}`,
    "      rollback:",
    `        script: migrations/rollback/${id}.sql`,
    `        duration: ${random.between(2, 20)}m`,
    "      checked: false",
  ];
}

function rolloutPhases(random, lines) {
  const perPhase = 16;
  const count = Math.max(3, Math.round(lines / perPhase));
  return Array.from({ length: count }, (_, index) => [
    `    - name: Phase ${index + 1}, ${random.pick(["canary", "region", "tenants", "everyone"])}`,
    `      traffic: ${Number(((100 * (index + 1)) / count).toFixed(2))}%`,
    `      duration: ${random.between(1, 8)}h`,
    "      status: pending",
    "      monitor:",
    "        - error rate < 0.1%",
    "        - latency < 200ms",
    "      abortWhen:",
    `        - ${threshold(random)}`,
    "      success:",
    "        - No critical error",
    "      gates:",
    `        - gate: ${check(random, index + 1)}`,
    "          checked: false",
    `        - gate: Phase ${index + 1} healthy for an hour`,
    "          checked: false",
  ]).flat();
}

function testing(random) {
  const suite = (name) => [
    `  ${name}:`,
    "    status: passed",
    `    results: https://ci.example.com/${name}/${random.between(100, 999)}`,
    `    coverage: ${random.between(90, 99)}%`,
    "    target: 90%",
    `    duration: ${random.between(1, 3)}h`,
    "    environment: staging-1",
  ];
  const security = [
    "  security:",
    "    status: passed",
    "    results: https://ci.example.com/security/1",
    "    issues:",
  ];
  const issues = ["      critical: 0", "      high: 0", "      medium: 2", "      low: 5"];
  return ["", "testing:", ...["unit", "regression", "performance"].flatMap(suite), ...security, ...issues, ""];
}

function rollbackPlan(random) {
  return [
    "",
    "rollback:",
    "  mechanism:",
    "    - Disable flags",
    "    - Revert to the previous deployment",
    "  triggers:",
    "    automatic:",
    `      - ${threshold(random)}`,
    "    manual:",
    "      - Release owner decides",
    "  teams:",
    '    primary: "@alice"',
    '    secondary: "@bob"',
    "  estimatedTime: 30m",
    "  rto: 45m",
    "  deadline: 4h",
    "  communication:",
    '    slack: ["#alerts"]',
    "    customers: Status page within ten minutes",
  ];
}

function rollbackStep(random, number) {
  return [
    `    - step: Undo part ${number} of ${random.pick(services)}`,
    `      command: deployctl undo ${random.pick(services)} --part ${number}`,
    `      owner: "${random.pick(people)}"`,
    `      duration: ${random.between(1, 9)}m`,
    "      verify: Error rate back under 0.1%",
  ];
}

function tail() {
  return [
    "",
    "observability:",
    "  dashboards:",
    "    - name: Overview",
    "      url: https://grafana.example.com/d/overview",
    "  alerts:",
    "    - name: Errors",
    "      when: error rate > 2% for 5 minutes",
    '      notify: "#alerts"',
    "  monitoring:",
    "    intensive: 24h",
    "    standard: 7d",
    "    extended: 30d",
    "",
    "notes:",
    "  features:",
    "    - title: Faster checkout",
    "      description: >-",
    "        Returning customers see their address and their last payment method, and pay",
    "        without leaving the page.",
    "  documentation:",
    "    - https://docs.example.com/release",
  ];
}

function risk(random, number) {
  return [
    `    - risk: ${change(random)} may fail under load, case ${number}`,
    `      mitigation: Watch ${random.pick(services)} and switch the flag off when ${threshold(random)}`,
  ];
}

/** Fills what remains; one gate in ten is open, one in twenty waived. */
function checklist(random, lines) {
  const group = (key, most, entry) => {
    const written = [`  ${key}:`];
    for (let number = 1; number < 3 || written.length < most; number++) written.push(...entry(number));
    return written;
  };
  const open = (number) => [`    - gate: ${check(random, number)}`, "      checked: false"];
  const waived = (number) => [
    `    - gate: ${check(random, number)}`,
    "      waived:",
    `        by: "${random.pick(people)}"`,
    "        reason: Nothing on this path changes, low risk",
  ];
  const checked = (number) => [
    `    - gate: ${check(random, number)}`,
    "      checked: true",
    `      by: "${random.pick(people)}"`,
    `      at: "${day(random)}"`,
    `      evidence: https://ci.example.com/runs/${random.between(1000, 9999)}`,
  ];
  const answer = (number) => {
    if (random.chance(0.1)) return open(number);
    return random.chance(0.05) ? waived(number) : checked(number);
  };
  return [
    "",
    "checklist:",
    ...group("preRelease", lines * 0.7, answer),
    ...group("duringRelease", lines * 0.15, open),
    ...group("postRelease", lines * 0.15 - 2, open),
  ];
}
