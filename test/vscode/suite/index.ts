import { answersSuite } from "./answers.test.ts";
import { associationsSuite } from "./associations.test.ts";
import { checklistSuite } from "./checklist.test.ts";
import { examplesSuite } from "./examples.test.ts";
import { featuresSuite } from "./features.test.ts";
import { runSuites } from "./harness.ts";
import { hostSuite } from "./host.test.ts";
import { newDocumentSuite } from "./new-document.test.ts";
import { newDocumentQuestionsSuite } from "./new-document-questions.test.ts";
import { previewSuite } from "./preview.test.ts";
import { previewExportSuite } from "./preview-export.test.ts";
import { previewUntitledSuite } from "./preview-untitled.test.ts";
import { previewWindowSuite } from "./preview-window.test.ts";
import { raceSuite } from "./race.test.ts";
import { taskSuite } from "./task.test.ts";
import { trustSuite } from "./trust.test.ts";
import { typingSuite } from "./typing.test.ts";
import { watchdogSuite } from "./watchdog.test.ts";

/** Every suite, in the order they run: those that count the documents of the workspace before those that add some, trust last. */
const SUITES = [
  hostSuite,
  examplesSuite,
  featuresSuite,
  checklistSuite,
  previewSuite,
  previewUntitledSuite,
  previewExportSuite,
  previewWindowSuite,
  newDocumentQuestionsSuite,
  newDocumentSuite,
  answersSuite,
  raceSuite,
  typingSuite,
  associationsSuite,
  taskSuite,
  watchdogSuite,
  trustSuite,
];

/** What the editor calls once it has loaded this module as its tests. */
export const run = (): Promise<void> => runSuites(SUITES);
