/** A manifest of the size and shape that teams keep. */
export const sample = `# Release manifest of the billing platform
apiVersion: release-docs/v1
kind: ReleaseManifest

release:
  id: v3.4.0
  name: Spring billing
  previousVersion: "3.10"
  date: 2027-03-18
  status: approved            # set by the release office
  owners: ["@ines", '@billing-core']
  onCall:
    - "@omar"
    - "#billing-ops"
  runbook: ./v3.4.0.runbook.md

approvals:
  - role: Product lead
    required: true
    by: "@lena"
    at: 2027-03-16
    decision: approved
  - role: Security
    required: false
  # the board meets on Tuesdays
  - role: Change board
    decision: rejected

scope:
- id: "#812"
  url: https://git.example.com/billing/pull/812
  title: Invoices in several currencies
  owner: "@ines"
  risk: high
  rollback:
    flag: invoices.currencies
- id: "#815"
  title: 'It''s the ledger: split by year'
  owner: "@omar"
  risk: critical
  rollback: { script: migrations/rollback/0042.sql, verify: "Row counts match" }
- id: 0017

  title: >-
    Retry queue
    for webhooks
  rollback:
    irreversible:
      forwardFix: Replay from the archive

testing:
  regression: { status: passed, results: "https://ci.example.com/77", coverage: 93%, target: 90% }
  security:
    status: passed
    issues: { critical: 0, high: 1, medium: 4, low: 9 }
  smoke:
    status: pending

migrations:
  database:
    - id: "0041_currency"
      strategy: expand
      rollback:
        script: migrations/rollback/0041.sql
      checked: true
      by: "@omar"
    - id: "0042_ledger_years"
      strategy: expand-contract
      checked: false
  data:
    - id: backfill-currency
      waived:
        by: "@ines"
        reason: Runs in the background, after the release
  order: ["0041_currency", "0042_ledger_years"]
  rollback:
    backward: migrations/rollback
    estimatedTime: 20m

rollout:
  abortRules: [error rate > 2%, "any lost invoice"]
  phases:
    - name: Internal
      traffic: 1%
      duration: 4h
      status: active
      monitor: [error rate < 0.1%]
      abortWhen:
        - error rate > 1%
        - latency > 400ms
      gates:
        - gate: Finance has seen a correct invoice
          checked: true
    - name: Everyone
      traffic: 100%
      duration: Continuous
      rollbackWhen: [Finance asks for it]
      gates:
        - gate: Support has no open incident
          checked: false
        - gate: Support has no open incident
          failed: Two incidents are open

rollback:
  mechanism: [Switch the flag off, Deploy the previous version]
  triggers:
    automatic: [error rate > 5%]
    manual:
      - The release owner decides
    timeBased:
      - A gate is not met within a day
  steps:
    - step: Switch the flag off
      command: flagctl off invoices.currencies
      owner: "@ines"
      duration: 2m
      verify: New invoices are in one currency
    - step: Deploy the previous version
      command: |
        deployctl rollback billing
        deployctl wait billing
      duration: 12m
  teams:
    primary: "@ines"
    communication: "@lena"
  estimatedTime: 25m
  rto: 45m
  communication:
    slack: ["#billing-ops"]
    statusPage: Say that invoices are delayed

checklist:
  preRelease:
    - gate: All changes are merged
      checked: true
      by: "@omar"
      at: 2027-03-15
      evidence: ./evidence/merged.md
    - gate: Load test was repeated
      waived:
        by: "@lena"
        reason: The hot path is untouched
    # release-docs-disable-next-line gates/unchecked -- decided on the day
    - gate: Runbook was walked through
      checked: false
    - gate: Translations are complete
      notApplicable: Only one language
  duringRelease:
    - gate: Dashboards are open [Name of the watcher]
      checked: false
    - gate: Finance is on the call
  postRelease:
    - gate: Status page is updated
      checked: false
notes:
  features:
    - title: Several currencies
      description: "Prices in \\"EUR\\", \\u0024 and more"
`;
