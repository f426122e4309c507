import { expect, test } from 'vitest';
import { unbrokenIn } from './unbroken';

const partsOf = (line: string) => unbrokenIn(line).map(({ from, to }) => line.slice(from, to));

test('a closing tag and a value without spaces stay whole; a value with spaces does not', () => {
	expect(partsOf('  <media_url>http://a.example/b-c/d</media_url>')).toEqual([
		'http://a.example/b-c/d',
		'</media_url>'
	]);
	expect(partsOf('<description>Pothole in the bike lane.</description>')).toEqual([
		'</description>'
	]);
	expect(partsOf('  "media_url": "http://a.example/b-c/d",')).toEqual([
		'"http://a.example/b-c/d",'
	]);
	expect(partsOf('  "description": "Pothole in the bike lane.",')).toEqual([]);
});

test('other lines, and very long ones, are left as they are', () => {
	expect(['<request>', '</request>', '<a/>', '{', '"a": [', ''].flatMap(partsOf)).toEqual(['[']);
	expect(partsOf(`<a>${'x'.repeat(2_000)}</a>`)).toEqual([]);
});
