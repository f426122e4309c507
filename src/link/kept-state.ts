// The page's state as the browser keeps it with an entry of its history: without any key.
import type { TestCase } from '../cases/expectation';
import type { PageState } from '../explorer/page-state';
import { shareable } from '../georeport/privacy';
import { isOfCase } from './permalink';

/**
 * A state without the keys of its request; the very same where there are none. The request of a test
 * case as it stands has no key of anybody's.
 */
export function withoutKeys(state: PageState, cases: readonly TestCase[]): PageState {
	const testCase = cases.find(({ id }) => id === state.testCase);
	if (testCase && isOfCase(state.draft, testCase)) return state;
	const { draft, leftOut } = shareable(state.draft, true);
	return leftOut.length > 0 ? { ...state, draft } : state;
}
