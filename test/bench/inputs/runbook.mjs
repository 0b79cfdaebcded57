import { createRandom } from "./random.mjs";
import { change, check, people, services, threshold } from "./words.mjs";

/** What each kind of section takes of the lines that grow with the runbook. */
const shares = { preRelease: 0.2, deployment: 0.4, smokeTests: 0.1, rollback: 0.12 };

/**
 * A release runbook of about `lines` lines, with every section that `schemas/release-runbook.schema.json` asks for: fields,
 * tables, gates, fenced steps, prose. Large ones grow by services, each with a section of its own.
 *
 * @param {{ lines: number, seed?: number, manifest?: string }} wish
 * @returns {string}
 */
export function runbook({ lines, seed = 1, manifest = "release-manifest.yaml" }) {
  const random = createRandom(seed * 104729 + lines);
  const fixed = 130;
  const room = Math.max(0, lines - fixed);
  const fill = (share, block) => {
    const written = [];
    for (let number = 1; number < 2 || written.length < room * share; number++) written.push(...block(number));
    return written;
  };
  const body = [
    ...head(random, manifest),
    ...fill(shares.preRelease, (number) => preReleaseGroup(random, number)),
    ...buildSteps(random),
    "## 4. Deployment Steps",
    "",
    ...staging(random),
    "### 4.2 Production Deployment",
    "",
    "**Go / No-Go decision:** Release manager, after staging",
    "",
    ...fill(shares.deployment, (number) => deployedService(random, number)),
    "## 5. Smoke Tests",
    "",
    "| Test | Type | Expected Result | Pass |",
    "|------|------|-----------------|------|",
    ...fill(shares.smokeTests, (number) => [smokeTest(random, number)]),
    "",
    ...rollbackHead(random),
    ...fill(shares.rollback, (number) => rollbackOfService(random, number)),
  ];
  return `${[...body, ...tail(random, lines - body.length)].join("\n")}\n`;
}

function head(random, manifest) {
  return [
    "---",
    "kind: ReleaseRunbook",
    "---",
    "",
    `# Release Runbook: Shop v${random.between(1, 9)}.${random.between(0, 9)}.0`,
    "",
    "## Metadata",
    "",
    "| Field  | Value      |",
    "|--------|------------|",
    "| Date   | 2026-12-04 |",
    "| Owner  | @alice     |",
    "| Status | Approved   |",
    "",
    "**Release Manager:** @alice",
    "**Rollback Deadline:** 4 hours after the deploy",
    "",
    "## 1. Release Information",
    "",
    "| Field                   | Value            |",
    "|-------------------------|------------------|",
    "| Version                 | v2.1.0           |",
    "| Branch / Tag            | `release/v2.1.0` |",
    "| Previous Production Ver | v2.0.4           |",
    `| Manifest                | [${manifest}](${manifest}) |`,
    "| Database Migrations     | None             |",
    "| Feature Flags           | `checkout.cards`, off at the start |",
    "",
    "The release is made in one window. Whoever leads it reads this page from top to bottom *before* the window",
    "opens, and ticks what is done, **when** it is done.",
    "",
    "## 2. Pre-Release Checklist",
    "",
  ];
}

const gate = (random, number, open = 0.1) =>
  random.chance(open)
    ? `- [ ] ${check(random, number)}`
    : `- [x] ${check(random, number)} (by ${random.pick(people)}, 2026-12-0${random.between(1, 3)})`;

function preReleaseGroup(random, number) {
  return [
    `### 2.${number} ${capital(random.pick(services))}, part ${number}`,
    "",
    `What changes: ${change(random)}. See the [notes](#1-release-information) and \`flags.yaml\`.`,
    "",
    ...Array.from({ length: random.between(4, 8) }, (_, index) => gate(random, index + 1)),
    `  - [x] Nested: ${check(random, number)}`,
    "",
  ];
}

function buildSteps() {
  return [
    "## 3. Build Steps",
    "",
    "1. Tag the release: `git tag -a v2.1.0`",
    "2. Wait for the pipeline; it takes twelve minutes.",
    "3. Compare the digest of the image with the pipeline's.",
    "",
    "```bash",
    "# Step 1: build",
    "git push origin v2.1.0",
    "# Step 2: verify",
    "imagectl digest shop:v2.1.0",
    "```",
    "",
    "| Artifact        | Expected Hash / Version | Verified |",
    "|-----------------|-------------------------|----------|",
    "| Container image | sha256:9f2c41d0         | [x]      |",
    "",
  ];
}

function staging(random) {
  return [
    "### 4.1 Staging Deployment",
    "",
    "1. Deploy v2.1.0 to staging: `deployctl up shop --env staging --tag v2.1.0`",
    "2. Run the smoke tests of section 5 there.",
    "",
    gate(random, 1, 0),
    "",
  ];
}

function deployedService(random, number) {
  const service = random.pick(services);
  return [
    `#### 4.2.${number} ${capital(service)}`,
    "",
    `${change(random)}. The service keeps answering while it is replaced; watch [its dashboard](https://grafana.example.com/d/${service}).`,
    "",
    `1. Send ${random.between(1, 50)}% of the traffic to the new version.`,
    `2. Wait ${random.between(5, 60)} minutes; stop when ${threshold(random)}.`,
    "3. Send the rest.",
    "",
    "```bash",
    `deployctl up ${service} --env production --tag v2.1.0`,
    `deployctl traffic ${service} --part ${number} --wait`,
    "```",
    "",
    `- [ ] ${capital(service)} answers with the new version, part ${number}`,
    `- [ ] ${check(random, number)}`,
    "",
  ];
}

const smokeTest = (random, number) =>
  `| ${capital(random.pick(services))} answers, case ${number} | ${random.pick(["Critical", "Major", "Minor"])} | 200 within ${random.between(1, 9) * 100} ms | [ ] |`;

function rollbackHead() {
  return [
    "## 6. Rollback Procedure",
    "",
    "**Trigger:** error rate over 5% for two minutes, or the release manager decides",
    "**Decided by:** Release Manager",
    "**Estimated time:** 15 minutes",
    "",
    "```",
    "Step 1: Announce the rollback in #release-room",
    "",
    "Step 2: Switch the flag off",
    "  - Command: flagctl off checkout.cards",
    "",
    "Step 3: Deploy the previous version",
    "  - Command: deployctl rollback shop --to v2.0.4",
    "  - Expected duration: 10 minutes",
    "",
    "Step 4: Verify with the smoke tests of section 5",
    "```",
    "",
  ];
}

function rollbackOfService(random, number) {
  const service = random.pick(services);
  return [
    `### 6.${number} ${capital(service)}, part ${number}`,
    "",
    `1. Send all traffic to the old version: \`deployctl traffic ${service} --to v2.0.4\``,
    `2. Verify that ${service} answers, and that the error rate is back under 0.1%.`,
    "",
    `- [ ] ${capital(service)} serves v2.0.4, part ${number}`,
    "",
  ];
}

/** The end of the runbook; post-release gates fill what remains. */
function tail(random, lines) {
  const closing = [
    "",
    "## 8. Communication Plan",
    "",
    "| Audience    | Channel       | Timing        | Message             |",
    "|-------------|---------------|---------------|---------------------|",
    "| Engineering | #release-room | Before, after | The release starts  |",
    "| Customers   | Status page   | After         | What is new         |",
    "",
    "## 9. Incident Contacts",
    "",
    "| Role            | Name  | Contact |",
    "|-----------------|-------|---------|",
    "| Release Manager | Alice | @alice  |",
    "| On-Call         | Dana  | @dana   |",
    "",
    "## Definition of Done",
    "",
    "- [ ] Gates of the manifest answered",
    "- [ ] 24 hours without an alert",
  ];
  const gates = Array.from({ length: Math.max(2, lines - closing.length - 2) }, (_, index) => {
    if (index % 25 !== 0) return [gate(random, index, 1)];
    return [...(index === 0 ? [] : [""]), `### 7.${index / 25 + 1} Week ${index / 25 + 1}`, ""];
  });
  return ["## 7. Post-Release Tasks", "", ...gates.flat(), ...closing];
}

const capital = (word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
