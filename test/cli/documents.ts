/** A manifest with nothing due and nothing wrong that keeps it from Go. */
export const goodManifest = `apiVersion: release-docs/v1
kind: ReleaseManifest
release:
  id: v2.1.0
  name: Winter checkout
  date: 2026-12-04
  status: approved
  owners: ["@alice"]
approvals:
  - role: Product owner
    required: true
    by: "@erin"
    at: 2026-12-03
    decision: approved
scope:
  - id: "#1235"
    title: Order table partitioning
    owner: "@bob"
    rollback:
      flag: checkout-v2
rollout:
  phases:
    - name: Canary
      traffic: 5%
      abortWhen: ["error rate > 1%"]
      gates:
        - gate: Canary healthy for two hours
          checked: false
    - name: Full
      traffic: 100%
      rollbackWhen: ["error rate > 1%"]
      gates:
        - gate: All healthy
          checked: false
rollback:
  triggers:
    automatic: ["error rate > 5%"]
  steps:
    - step: Disable the flag
      command: flagctl off checkout
      owner: "@alice"
      verify: Error rate back under 0.1%
  teams:
    primary: "@alice"
  estimatedTime: 30m
checklist:
  preRelease:
    - gate: All pull requests merged
      checked: true
      by: "@alice"
      at: 2026-12-03
`;

/** The same with an open gate that is due, and a work item without a way back. */
export const badManifest = goodManifest
  .replace("      checked: true\n", "      checked: false\n")
  .replace("    rollback:\n      flag: checkout-v2\n", "");
