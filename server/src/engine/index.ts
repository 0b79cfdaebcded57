/*
 * What the engine offers to the language server and the command: reading, judging, editing and converting of texts, with the words
 * and values that these speak of. Nothing else of what stands below is theirs to know.
 */

export { appendTo } from "../document/append-to.ts";
export { fillTemplate } from "../document/fill-template.ts";
export { answersFor } from "../document/gate-answers.ts";
export { declaresManifest, formatOf, frontMatterOf, identify } from "../document/identity.ts";
export type { Gate, GateForm, ReleaseDocument } from "../document/model.ts";
export { readDocument } from "../document/read-document.ts";
export type { RollbackStep } from "../document/rollback.ts";
export type { Finding, RuleMetadata, Severity } from "../rules/rule.ts";
export { pageUrl, rulePage } from "../rules/rule-page.ts";
export { severityAt } from "../rules/run-rules.ts";
export { nearestName } from "../schema/nearest-name.ts";
export { createKindRegistry } from "../schema/registry.ts";
export { type Stage, type StageSource, stages } from "../stage/stage.ts";
export { append } from "../text/append.ts";
export { contentId } from "../text/content-id.ts";
export { largest } from "../text/extremes.ts";
export { failureText } from "../text/failure-text.ts";
export type { Format } from "../text/format.ts";
export { createLineIndex, type LineIndex, type LinePosition } from "../text/line-index.ts";
export { firstHeading } from "../text/markdown/first-heading.ts";
export type { Place, Span, Text, TextChange } from "../text/place.ts";
export { Recent } from "../text/recent.ts";
export { readDate } from "../text/values/date.ts";
export { verdictTitle, worst } from "../verdict/judge.ts";
export { takenOut } from "../verdict/shaped/declared.ts";
export { saidAt } from "../verdict/shaped/evidence.ts";
export { isUnread, notRead, renamed, type Shaping } from "../verdict/shaping.ts";
export type { Blocker, VerdictName } from "../verdict/verdict.ts";
export { isPlaceholder } from "../words/placeholder.ts";
export type { GatePhase, GateState } from "../words/terms.ts";
export { isWithin, largestFile } from "../workspace/bounds.ts";
export type { Configuration } from "../workspace/configuration.ts";
export { type Declaration, declaredKind } from "../workspace/declared-kind.ts";
export { defaultDiscovery } from "../workspace/default-configuration.ts";
export { discoveredBelow, discoveredBy } from "../workspace/discovered.ts";
export type { FileSystem } from "../workspace/file-system.ts";
export { globMatcher, type PathMatcher } from "../workspace/glob.ts";
export { globProblem } from "../workspace/glob-pattern.ts";
export type { LookedAt } from "../workspace/looked-at.ts";
export type { PartialConfiguration } from "../workspace/partial-configuration.ts";
export { readConfiguration } from "../workspace/read-configuration.ts";
export { relativePath } from "../workspace/relative-path.ts";
export { configurationName } from "../workspace/resolve-configuration.ts";
export { settingsFor } from "../workspace/setting-for.ts";
export { certainFix, fixAll, fixOf } from "./fix-all.ts";
export {
  type Assessment,
  type AssessOptions,
  createReleaseDocsService,
  type GateCounts,
  type Ports,
  type ReleaseDocsService,
  type ServiceSettings,
} from "./service.ts";
