const times = (count: number, text: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => text(number)).join("");

const service = (name: string): string => `#### ${name}

1. Send the traffic to ${name}.

\`\`\`bash
deployctl up ${name}
\`\`\`

- [ ] It answers
- [ ] It answers
  - [x] Nested
`;

/** A runbook whose headings, gates and labels come back, so that what one section is called hangs on those before it. */
export const repeated = `---
kind: ReleaseRunbook
---

# Release Runbook: Shop v3.1.0

**Status:** Approved

- [ ] Above everything

## 1. Release Information

| Version | v3.1.0 |
|---------|--------|
| Date    | 2026-12-04 |

## 2. Pre-Release Checklist

${times(2, (number) => `### Part\n\nSee [the part](#part-${number}) and [ref].\n\n- [x] Backups verified (by @a, 2026-12-01)\n- [ ] Backups verified\n\n`)}
## 4. Deployment Steps

### Production

${times(3, () => service("checkout"))}
${service("search")}
## Staged Rollout

### Phase 1: Canary (5%)

**Abort when:**

- error rate > 1%

- [ ] Canary healthy

### Phase 2: Everyone (100%)

- [ ] Canary healthy

## Go / No-Go

### Automatic No-Go Triggers

- [ ] Data is lost
- No decision

## 6. Rollback Procedure

**Triggers**

- error rate over 5%

1. Redeploy v3.0.0
2. Verify the home page

${times(2, () => "### checkout\n\n1. Switch the flag off\n2. Restore the database\n\n- [ ] It answers\n\n")}
### Verification

| Check | Owner | Done |
|-------|-------|------|
| Home  | @a    | [ ]  |

## 6. Rollback Procedure

- [ ] It answers

[ref]: ./runbook.md
`;
