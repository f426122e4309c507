import { afterEach, describe, expect, it, vi } from 'vitest';
import { ONLINE_BASEMAPS, tryBasemap, type OnlineBasemap } from './online.ts';

const [basemap] = ONLINE_BASEMAPS as [OnlineBasemap];
const STYLE = {
	version: 8,
	sources: { planet: { type: 'vector', url: 'https://tiles.openfreemap.org/planet' } },
	layers: []
};
const TILES = { tiles: ['https://tiles.openfreemap.org/planet/now/{z}/{x}/{y}.pbf'] };

function serving(answers: Record<string, () => Response>) {
	const asked: string[] = [];
	vi.stubGlobal('fetch', async (url: string) => {
		asked.push(url);
		const answer = answers[new URL(url).pathname];
		if (!answer) throw new TypeError('Failed to fetch');
		return answer();
	});
	return asked;
}

const json = (value: unknown) => () => Response.json(value);
const never = new AbortController().signal;

afterEach(() => vi.unstubAllGlobals());

describe('tryBasemap', () => {
	it('gives the style once the style, its tiles and one tile of the city have come', async () => {
		const asked = serving({
			'/styles/positron': json(STYLE),
			'/planet': json(TILES),
			'/planet/now/10/286/373.pbf': () => new Response('tile')
		});
		expect(await tryBasemap(basemap, false, never)).toEqual({ style: STYLE });
		expect(asked).toHaveLength(3);
	});

	it('takes the dark style in the dark', async () => {
		const asked = serving({});
		await tryBasemap(basemap, true, never);
		expect(asked).toEqual(['https://tiles.openfreemap.org/styles/dark']);
	});

	it.each<[string, Record<string, () => Response>, RegExp]>([
		['is not there', {}, /could not be reached/],
		['fails', { '/styles/positron': () => new Response('', { status: 503 }) }, /answered 503/],
		['sends a page', { '/styles/positron': () => new Response('<html>') }, /not a map style/],
		['sends no style', { '/styles/positron': json({ hello: 1 }) }, /not a map style/],
		['names no tiles', { '/styles/positron': json({ ...STYLE, sources: {} }) }, /names no tiles/],
		[
			'lists tiles as MLT',
			{ '/styles/positron': json(STYLE), '/planet': json({ ...TILES, encoding: 'mlt' }) },
			/its tiles are in the format MLT, which this map cannot read/
		],
		[
			'has no tile of the city',
			{ '/styles/positron': json(STYLE), '/planet': json(TILES) },
			/could not be reached/
		]
	])('says why a server that %s is not used', async (_, answers, words) => {
		serving(answers);
		const tried = await tryBasemap(basemap, false, never);
		expect('problem' in tried && tried.problem).toMatch(words);
		expect('problem' in tried && tried.problem).toMatch(/^OpenFreeMap cannot be used: .*stays\.$/);
	});
});
