import { expect, test } from 'vitest';
import type { MethodName } from '../georeport/methods';
import type { Open311Parts } from './api';
import { readFrameMessage, readHostMessage } from './messages';

const message = (fields: Record<string, unknown>) => ({ open311Playground: 1, ...fields });
const refusal = (fields: unknown) => {
	const read = readHostMessage(fields);
	return read?.type === 'rejected' ? read : null;
};

test('set and run messages are parsed', () => {
	expect(readHostMessage(message({ type: 'set', link: '#case/services', theme: 'dark' }))).toEqual({
		open311Playground: 1,
		type: 'set',
		link: '#case/services',
		theme: 'dark'
	});
	expect(readHostMessage(message({ type: 'run', id: 7 }))).toEqual({
		open311Playground: 1,
		type: 'run',
		id: 7
	});
	expect(readHostMessage(message({ type: 'run', id: 8, link: '' }))).toHaveProperty('link', '');
});

test('messages of other scripts are ignored', () => {
	const inherited: unknown = Object.create(message({ type: 'run', id: 1 }));
	const others = [null, undefined, 7, 'run', [], {}, { type: 'run', id: 1 }, inherited];
	for (const data of others) {
		expect(readHostMessage(data)).toBeNull();
		expect(readFrameMessage(data)).toBeNull();
	}
});

test('an invalid message is rejected with a reason and its id', () => {
	expect(refusal({ open311Playground: 2, type: 'run', id: 3 })).toEqual({
		type: 'rejected',
		id: 3,
		reason: 'This embed speaks version 1 alone.'
	});
	const odd: [Record<string, unknown>, RegExp][] = [
		[{}, /set and run/],
		[{ type: 'eval' }, /set and run/],
		[{ type: ['run'] }, /set and run/],
		[{ type: 'run' }, /needs an id/],
		[{ type: 'run', id: '1' }, /whole number/],
		[{ type: 'run', id: Number.NaN }, /whole number/],
		[{ type: 'set', link: 7 }, /is a text/],
		[{ type: 'set', link: { toString: 1 } }, /is a text/],
		[{ type: 'set', link: 'https://example.org/#requests' }, /begins with #/],
		[{ type: 'set', link: 'javascript:alert(1)' }, /begins with #/],
		[{ type: 'set', link: `#requests?q=${'a'.repeat(20_000)}` }, /at most 20,000/],
		[{ type: 'set', theme: 'pink' }, /theme/],
		[{ type: 'set', theme: null }, /theme/]
	];
	for (const [fields, reason] of odd) expect(refusal(message(fields))?.reason).toMatch(reason);
});

test('names of prototype properties are dropped', () => {
	const data: unknown = JSON.parse(
		'{"open311Playground":1,"type":"set","link":"#requests","__proto__":{"type":"run","polluted":1},"constructor":{"prototype":{"polluted":1}}}'
	);
	const read = readHostMessage(data);
	expect(Object.keys(read ?? {})).toEqual(['open311Playground', 'type', 'link']);
	expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
	expect('polluted' in {}).toBe(false);
	// Inherited fields do not count.
	expect(refusal(JSON.parse('{"open311Playground":1,"__proto__":{"type":"run","id":1}}'))).toEqual({
		type: 'rejected',
		id: null,
		reason: 'The type is one of set and run.'
	});
});

test('only the four messages of a frame are accepted, and a height is clamped', () => {
	expect(readFrameMessage(message({ type: 'ready' }))).toEqual(message({ type: 'ready' }));
	const height = (asked: unknown) => readFrameMessage(message({ type: 'size', height: asked }));
	expect(height(480.2)).toHaveProperty('height', 481);
	expect(height(1e9)).toHaveProperty('height', 4000);
	expect(height(-5)).toHaveProperty('height', 120);
	for (const odd of ['480', null, Number.NaN, undefined]) expect(height(odd)).toBeNull();
	expect(readFrameMessage(message({ type: 'navigate' }))).toBeNull();
	expect(readFrameMessage({ open311Playground: 2, type: 'ready' })).toBeNull();
});

test('the published types have the names of all methods', () => {
	type Published = NonNullable<Open311Parts['method']>;
	const same: [Published] extends [MethodName]
		? [MethodName] extends [Published]
			? true
			: false
		: false = true;
	expect(same).toBe(true);
});
