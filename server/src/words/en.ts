import type { Words } from "./words.ts";

/** English. */
export const en: Words = {
  statuses: {
    draft: ["planned", "planning", "in planning", "proposed", "wip", "work in progress"],
    "in-review": ["review", "reviewed", "under review", "ready for review", "pending approval"],
    approved: ["ready", "ready for release", "scheduled", "signed off"],
    "in-progress": ["active", "deploying", "started", "executing", "rolling out"],
    completed: ["done", "complete", "released", "deployed", "finished", "shipped", "closed", "success"],
    "rolled-back": ["rollback", "reverted"],
    cancelled: ["canceled", "aborted", "abandoned"],
  },
};
