/** What release documents are about: enough variety that no two entries of an input are alike by accident. */
export const people = ["@alice", "@bob", "@carol", "@dana", "@erin", "@frank", "@grace", "@heidi", "@ivan", "@judy"];

export const services = [
  "checkout",
  "search",
  "catalogue",
  "payments",
  "invoices",
  "shipping",
  "accounts",
  "sessions",
  "reports",
  "notifications",
];

const verbs = ["Split", "Cache", "Retry", "Partition", "Index", "Batch", "Sign", "Trace", "Throttle", "Replace"];
const things = [
  "the order table",
  "slow queries of the dashboard",
  "webhooks that time out",
  "the session store",
  "prices per region",
  "images of the catalogue",
  "the export of invoices",
  "addresses with several lines",
  "the queue of outgoing mail",
  "tokens of mobile clients",
];
const reasons = ["so that pages load faster", "for the winter peak", "behind a flag", "as agreed with support"];

const checks = [
  "All pull requests of the release are merged",
  "Load test repeated with the traffic of last winter",
  "Dashboards open and the baseline written down",
  "Backup taken and restored once on a copy",
  "On-call engineer confirmed for the window",
  "Support has read the release notes",
  "Feature flags are off in production",
  "Error budget of the month is not used up",
  "Alerts of the old version are muted no longer",
  "Status page has a scheduled entry",
];

/** A change in one line: `Cache the session store behind a flag (payments)`. */
export const change = (random) =>
  `${random.pick(verbs)} ${random.pick(things)} ${random.pick(reasons)} (${random.pick(services)})`;

/** What somebody confirms. */
export const check = (random, number) => `${random.pick(checks)}, item ${number}`;

export const threshold = (random) =>
  random.pick([
    `error rate > ${random.between(1, 9)}%`,
    `latency > ${random.between(2, 9) * 100}ms`,
    `queue length > ${random.between(1, 9) * 1000}`,
  ]);

export const day = (random) => `2026-11-${String(random.between(10, 28)).padStart(2, "0")}`;
