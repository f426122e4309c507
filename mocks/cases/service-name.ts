import type { TestCase } from '../../src/cases/expectation';
import { SERVICES } from '../data/services';

/** What the service list calls a service; null for a code that it does not have. */
export const serviceNameOf = (code: string | null): string | null =>
	SERVICES.find(({ service_code }) => service_code === code)?.service_name ?? null;

/** A case with the name of the one service that its request names, where it has none yet. */
export function withServiceName(testCase: TestCase): TestCase {
	if (testCase.service !== undefined) return testCase;
	const code = testCase.draft.values.service_code;
	const service = serviceNameOf(typeof code === 'string' ? code : null);
	return { ...testCase, service };
}
