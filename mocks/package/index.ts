// The package `toronto-open311-mock` for programs in Node or a browser: MSW handlers and their
// parts. The HTTP server needs Node, see `server.ts`. Unofficial.
import { createMockUp } from '../hosts/mock-up';

export { FIXED_CLOCK } from '../city/city';
export type { CityRequest } from '../city/city-request';
export type { StatusNote } from '../data/requests';
export { DIALECTS, STANDARD, TORONTO, type Dialect } from '../api/dialect';
export { grade, outcomeOf, summaryReport as reportOf } from '../check/grade';
export { SCENES } from '../check/scenes';
export type {
	CallAnswer as Answer,
	Call,
	CheckFormat,
	CheckReport,
	Ending,
	ExpectedRow,
	ExpectedService,
	CheckLevel as Level,
	Scene,
	SceneId,
	SceneReport,
	SceneTask as Task,
	CheckVerdict as Verdict
} from '../check/scene';
export { createMockUp, type MockUp, type MockUpOptions } from '../hosts/mock-up';
export { memoryStore, type Stored, type Submission, type SubmissionStore } from '../store/store';
export type { DialectName } from '../../src/georeport/dialect';
export type { MethodName } from '../../src/georeport/methods';
export type { Preferences } from '../../src/georeport/preferences';

/**
 * Handlers for `setupServer(...handlers)` or `setupWorker(...handlers)`: both dialects under any
 * origin and sub-path, at a clock that stands still. Submissions last as long as the program; a
 * test that must not see those of another makes a mock-up of its own with `createMockUp()`.
 */
export const { handlers } = createMockUp();
