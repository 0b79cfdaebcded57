/** A runbook with every construct that the reader knows, in words of our own. */
export const runbook = `---
kind: ReleaseRunbook
version: "4.2.0"
owners: ["@mara", '@ops']
---
# 🚢 Release Runbook: Parcel Tracker v4.2.0

**Release Date:** 2026-11-20
**Release Manager:** @mara
**Status:** In Review <!-- kept by hand -->

## 1. Metadata

| Field | Value |
|:------|------:|
| Previous version | \`4.1.7\` |
| Owner \\| deputy | **@ops** |
| Change ticket | [CHG-77](https://tickets.example.org/CHG-77 "ticket") |

---

## 2. Scope

| PR | Title | Owner | Risk | Rollback step |
|----|-------|-------|------|---------------|
| [#88](https://git.example.org/88) | Faster \`a\\|b\` lookup | @lee | High | Flag \`lookup.fast\` off |
| #89 | New labels | @kim | Low | - |

## 3. Pre-Release Checklist

- [x] Backup taken (by @lee, 2026-11-18)
- [X] Load test run [report](https://ci.example.org/9)
- [ ] Penetration test
  repeated on staging
  - [ ] Report filed
    1. [ ] Link in the ticket
- [ ] ~~Browser check~~
- [ ] Cache warm-up (N/A: no cache in this release)
- [ ] Legal review (waived by @mara: wording unchanged)
- [ ] Accessibility review (waived)
- [ ] ❌ Licence scan
* [ ] starred
+ [ ] plussed

Risk accepted: [ ] Low [x] High

> - [ ] quoted gate

<!-- - [ ] never a gate -->

\`- [ ] code\` is no gate either.

\`\`\`markdown
- [ ] a sample
\`\`\`

## 4. Deployment Steps

### 4.1 Staging

\`\`\`
Step 1: Deploy to staging with [pipeline name]
  $ make deploy ENV=staging
Step 2: Look at the dashboards
\`\`\`

- [ ] Staging is quiet

### 4.2 Production

1. Open the change window
2. Deploy with \`shipctl up\`
3. Watch [the board][board]

\`\`\`yaml
# Watch list
First hour:
  - [ ] Errors are flat
  - [x] Queues drain
\`\`\`

## 5. Rollout

### Phase 1: Canary (5% of traffic)
- **Duration**: 2 hours
- **Monitoring**: Error rate < 0.1%, Latency < 200ms
- **Auto-abort threshold**: Error rate > 1% OR Latency > 500ms
- [ ] Canary is healthy

### Phase 2: Everyone (100% of traffic)
- **Manual rollback trigger**: Error rate > 5%

## 6. Migrations

- [ ] **Migration 1**: \`0007_parcel_index\` - Expand only
- [ ] **Migration 2**: \`0008_drop_legacy\` - Contract
  - **Rollback**: Script \`db/undo/0008.sql\`

## 7. Smoke Tests

| Test | Weight | Pass | Checked by |
|------|--------|------|------------|
| Track a parcel | Critical | [x] | @kim |
| Print a label | Critical | [ ] ❌ (waived by @mara: printer is out) | |
| Change language | minor | [ ] | |

| Check | Yes | No |
|-------|-----|----|
| Can users log in? | [ ] | [x] |
| Can carriers log in? | [x] | [ ] |

| Region | Ready |
|--------|-------|
| North | ✅ |
| South | ☐ |

## 8. Rollback Procedure (RTO: 20 minutes)

Release Manager decides within the hour.

**When to roll back**:
- Error rate above 5% for ten minutes
- Parcels are lost

**Steps**:
1. Announce it in #parcel-room
2. Redeploy 4.1.7
3. Verify with the smoke tests

- **Estimated rollback time**: 15 minutes

\`\`\`bash
# 1. Stop the queue
shipctl queue stop \\
  --all
# 2. Back to the previous image
shipctl up --tag 4.1.7
\`\`\`

See [the guide](./undo.md#database).

## 9. Milestones

| Milestone | Date | Owner |
|-----------|------|-------|
| Code freeze | 2026-11-13 | @mara |
| Release | 2026-11-20 | _[Name]_ |

\`\`\`mermaid
gantt
  Code freeze :crit, cf, 2026-11-13, 2026-11-14
\`\`\`

Go/No-Go
--------

**Automatic No-Go triggers**:
- [x] Backup failed
- [ ] Nobody on call

## 10. Sign-off

**Product Owner Sign-off:** @erin, 2026-11-19
**Security Sign-off:** ____

## Post-Release Tasks

- [ ] Tell everyone
- ☐ a mark
- ✅ another mark

<!-- release-docs-disable-next-line placeholders/unfilled, gates/* -- filled later -->
Next release: [X.Y.Z], on YYYY-MM-DD, see [board] and [the plan]

[board]: https://board.example.org
[BUG-7]: [Description of the bug]
`;
