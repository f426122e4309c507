import type { CheckVerdict } from '../../mocks/check/scene';

/** Says in a sentence how many checks passed, failed and were not reached. */
export function countsOf(verdicts: readonly Pick<CheckVerdict, 'verdict'>[]): string {
	const count = (kind: CheckVerdict['verdict']) =>
		verdicts.filter(({ verdict }) => verdict === kind).length;
	return `${count('passed')} passed, ${count('failed')} failed, ${count('not reached')} not reached.`;
}
