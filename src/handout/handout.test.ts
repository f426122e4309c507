import { expect, test } from 'vitest';
import { qrOf } from './qr';
import { firstLines } from './trim';

test('a text is cut after a number of lines, and the rest is counted', () => {
	expect(firstLines('a\nb\nc\n', 3)).toEqual({ text: 'a\nb\nc', lines: 0 });
	expect(firstLines('a\nb\nc\nd\n', 2)).toEqual({ text: 'a\nb', lines: 2 });
	const { text, lines } = firstLines('x'.repeat(450), 2);
	expect([text.endsWith('x … [50 more characters]'), lines]).toEqual([true, 0]);
});

test('a QR code has three finder patterns and a quiet zone of four; a long text has no code', () => {
	const code = qrOf('https://example.org/playground/#case/requests');
	if (!code) throw new Error('There must be one.');
	const dark = (x: number, y: number) => code.path.includes(`M${x} ${y}h1v1h-1z`);
	const last = code.size - 5;
	for (const [x, y] of [
		[4, 4],
		[last - 6, 4],
		[4, last - 6]
	] as const) {
		for (let at = 0; at < 7; at += 1) {
			expect([dark(x + at, y), dark(x, y + at), dark(x + 6, y + at)]).toEqual([true, true, true]);
		}
		expect(dark(x + 1, y + 1)).toBe(false);
		expect(dark(x + 3, y + 3)).toBe(true);
	}
	for (let at = 0; at < code.size; at += 1)
		expect([dark(at, 3), dark(3, at)]).toEqual([false, false]);
	expect(qrOf('x'.repeat(901))).toBe(null);
});
