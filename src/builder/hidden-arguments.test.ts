import { expect, test } from 'vitest';
import { isBeyondForms } from '../georeport/request';
import { hiddenArguments } from './HiddenArguments.svelte';

const draft = { method: 'submit', format: 'xml', values: {} } as const;

test('a draft is beyond any form exactly when it has hidden arguments', () => {
	const parts = [
		{},
		{ headers: {}, files: [] },
		{ verb: 'PUT' },
		{ path: '' },
		{ headers: { Prefer: 'fault=503' } },
		{ files: [{ name: 'media', filename: '', type: 'image/png', text: '' }] },
		{ rawBody: { type: 'application/json', text: '' } }
	];
	expect(parts.map((part) => isBeyondForms({ ...draft, ...part }))).toEqual([
		...[false, false, true, true, true, true, true]
	]);
	for (const part of parts) {
		const hidden = hiddenArguments({ ...draft, ...part });
		expect(isBeyondForms({ ...draft, ...part })).toBe(hidden.length > 0);
	}
});

test('a draft that any form would send hides no arguments', () => {
	expect(hiddenArguments(draft)).toEqual([]);
});

test('every departure from the form is told in words', () => {
	expect(
		hiddenArguments({
			...draft,
			verb: 'PUT',
			path: 'request.{format}',
			headers: { Prefer: 'fault=503' },
			files: [{ name: 'media', filename: 'photo.jpg', type: 'image/jpeg', text: '' }],
			rawBody: { type: 'application/json', text: '{}' }
		})
	).toEqual([
		'Uses the verb PUT instead of the method’s own.',
		'Asks for the path request.{format} instead of the method’s own.',
		'Sends the header Prefer: fault=503',
		'Sends an attachment photo.jpg (image/jpeg) as media.',
		'Sends a body of type application/json instead of the fields above.'
	]);
});
