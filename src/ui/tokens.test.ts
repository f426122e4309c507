import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BREAKPOINTS } from './breakpoints';

const css = readFileSync('src/ui/tokens.css', 'utf8');

/** The colours of tokens.css by name, light and dark. */
const COLOURS = new Map(
	[...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)].map(
		([, name, light, dark]) => [name, [light, dark]] as const
	)
);

/** Relative luminance of `#rrggbb`, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5]
		.map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, as WCAG 2.2 defines it. */
function contrast(one: string, other: string): number {
	const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return (high + 0.05) / (low + 0.05);
}

/** The contrast of two tokens in light and in dark, to one decimal. */
function contrasts(one: string, other: string): number[] {
	return [0, 1].map((theme) => {
		const [a, b] = [COLOURS.get(one)?.[theme], COLOURS.get(other)?.[theme]];
		if (!a || !b) throw new Error(`tokens.css has no --${a ? other : one} in light and dark.`);
		return Math.round(contrast(a, b) * 10) / 10;
	});
}

describe('contrast', () => {
	test('is computed as WCAG does', () => {
		expect(contrast('#ffffff', '#000000')).toBe(21);
		// The grey that is known to be the lightest to pass on white, and the next one.
		expect(contrast('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5);
		expect(contrast('#777777', '#ffffff')).toBeLessThan(4.5);
	});

	test.each([
		['ink', 'soft', 13.8, 10.1],
		['muted', 'soft', 5.6, 5.3],
		['accent', 'soft', 6.3, 6.7],
		['accent-strong', 'soft', 9, 8.2],
		['on-accent', 'accent', 7.5, 9.2],
		['good', 'good-soft', 5.7, 7.4],
		['bad', 'bad-soft', 5.5, 7.3],
		['warn', 'warn-soft', 6.1, 7.9],
		['get', 'soft', 5.5, 6.4],
		['post', 'soft', 6, 6.7],
		['syntax-name', 'soft', 6.3, 6.5],
		['syntax-string', 'soft', 6.3, 6.5],
		['syntax-number', 'soft', 6, 6.5],
		['syntax-quiet', 'soft', 4.9, 4.9],
		['field', 'sunk', 3.3, 3.9],
		['field', 'raised', 3.3, 3.9],
		['pothole', 'map-land', 5.1, 7.7],
		['graffiti', 'map-land', 6.8, 7.8],
		['pothole', 'map-water', 3.9, 3.9],
		['map-label', 'map-water', 5.6, 8.7]
	])('of %s on %s is at least %f in light and %f in dark', (one, other, light, dark) => {
		const [inLight, inDark] = contrasts(one, other);
		expect(inLight).toBeGreaterThanOrEqual(light);
		expect(inDark).toBeGreaterThanOrEqual(dark);
	});

	const TEXT = ['ink', 'muted', 'accent', 'accent-strong', 'good', 'bad', 'warn', 'get', 'post'];
	const SYNTAX = ['syntax-name', 'syntax-string', 'syntax-number', 'syntax-quiet'];
	const GROUNDS = ['paper', 'sunk', 'raised', 'soft', 'good-soft', 'bad-soft', 'warn-soft'];

	test.each([...TEXT, ...SYNTAX])('of %s is enough for text on every ground', (name) => {
		const least = GROUNDS.flatMap((ground) => contrasts(name, ground));
		expect(Math.min(...least)).toBeGreaterThanOrEqual(4.5);
	});

	test('of muted is enough for text on the lines of the hatching', () => {
		expect(Math.min(...contrasts('muted', 'line'))).toBeGreaterThanOrEqual(4.5);
	});

	test('of borders of controls is enough on every ground they stand on', () => {
		const least = ['paper', 'sunk', 'raised', 'soft'].flatMap((ground) =>
			contrasts('field', ground)
		);
		expect(Math.min(...least)).toBeGreaterThanOrEqual(3);
	});
});

test('the list of breakpoints says what breakpoints.ts says', () => {
	const listed = [...css.matchAll(/^ \* {3}(\w+): +(.+)$/gm)].map(([, name, query]) => [
		name,
		query
	]);
	expect(Object.fromEntries(listed)).toEqual(BREAKPOINTS);
});

test('every token that a style uses is defined', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.filter((path) => /\.(svelte|css|ts)$/.test(path) && !path.endsWith('.test.ts'))
		.map((path) => readFileSync(`src/${path}`, 'utf8'));
	const all = files.join('\n');
	const defined = new Set(
		[...all.matchAll(/(?:^\s*|style:|setProperty\(')(--[\w-]+)/gm)].map(([, name]) => name)
	);
	// With a fallback a token may be undefined.
	const used = new Set([...all.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name));
	expect(used.size).toBeGreaterThan(50);
	expect([...used].filter((name) => !defined.has(name))).toEqual([]);
});
