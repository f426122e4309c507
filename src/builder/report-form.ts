// The three steps of a report on a phone.
import type { FormRow } from './form-layout';

/** What each step asks, in order. */
export const REPORT_STEPS = ['Where is it?', 'What is wrong?', 'Check and send'] as const;

/** Returns the step, counted from 1, in which a row of the form stands; null is what is folded away. */
export function stepOf(row: FormRow | null): number {
	if (row === null || row.kind === 'jurisdiction') return 3;
	return row.kind === 'place' ? 1 : 2;
}
