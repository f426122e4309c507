import { expect, test } from 'vitest';
import { changedNames } from './changed-names';

const sentence = (...names: string[]) =>
	changedNames(names.map((name) => ({ name, was: null, now: 'x' })))
		.map(({ text, isWire }) => (isWire ? `<${text}>` : text))
		.join('');

test.each([
	[[], ''],
	[['status'], '<status> differs'],
	[['status', 'start_date'], '<status> and <start_date> differ'],
	[
		['status', 'start_date', 'header Prefer'],
		'<status>, <start_date> and the header Prefer differ'
	],
	[['body'], 'the body differs'],
	[['a', 'b', 'c', 'd'], '4 arguments differ']
])('%o: %s', (names, words) => expect(sentence(...names)).toBe(words));
