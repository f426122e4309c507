import type { Verdict } from '../../mocks/check/scene';

/** Says in a sentence how many checks passed, failed and were not reached. */
export function countsOf(verdicts: readonly Pick<Verdict, 'verdict'>[]): string {
	const count = (kind: Verdict['verdict']) =>
		verdicts.filter(({ verdict }) => verdict === kind).length;
	return `${count('passed')} passed, ${count('failed')} failed, ${count('not reached')} not reached.`;
}
