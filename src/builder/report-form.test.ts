import { expect, test } from 'vitest';
import { methodOf } from '../georeport/methods';
import { layoutOf } from './form-layout';
import { REPORT_STEPS, stepOf } from './report-form';

test('a report has three steps: the place, the questions, and the rest', () => {
	const { rows } = layoutOf(
		methodOf('submit'),
		() => false,
		() => true
	);
	const kindsIn = (step: number) =>
		rows.filter((row) => stepOf(row) === step).map(({ kind }) => kind);
	expect(REPORT_STEPS).toHaveLength(3);
	expect(kindsIn(1)).toEqual(['place']);
	expect(kindsIn(2)).toEqual(['field', 'questions', 'field', 'field']);
	expect(kindsIn(3)).toEqual(['jurisdiction']);
	expect(stepOf(null)).toBe(3);
});
