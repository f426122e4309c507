import { expect, test } from 'vitest';
import { searchEntriesOf, find, searchWordsOf, type Findable } from './search';

const found = (items: readonly Findable[], query: string) =>
	find(searchEntriesOf(items), query).map(({ words }) => words);

const rows = (...words: string[]) => words.map((each): Findable => ({ words: each }));

test('case, accents, ligatures and punctuation are normalized', () => {
	expect(searchWordsOf('Étienne-Brûlé Park, ﬁrst')).toEqual(['etienne', 'brule', 'park', 'first']);
	expect(searchWordsOf('service_code CSROWR-12')).toEqual(['service', 'code', 'csrowr', '12']);
	expect(searchWordsOf(' & … ')).toEqual([]);
});

test('accents and case do not matter on either side', () => {
	expect(found(rows('Étienne Brûlé Park', 'High Park'), 'etienne BRULE')).toEqual([
		'Étienne Brûlé Park'
	]);
	expect(found(rows('Etienne Brule Park'), 'brûlé')).toEqual(['Etienne Brule Park']);
});

test('words match in any order, and all of them must match', () => {
	const corners = rows('Dundas St W & Bathurst St', 'Queen St W & Bathurst St');
	expect(found(corners, 'bathurst queen')).toEqual(['Queen St W & Bathurst St']);
	expect(found(corners, 'bathurst yonge')).toEqual([]);
});

test('a whole word ranks before a prefix, and a prefix before any other part', () => {
	const items = rows('Voltage of lamps', 'Tagged posts here', 'A tag there');
	expect(found(items, 'tag')).toEqual(['A tag there', 'Tagged posts here', 'Voltage of lamps']);
});

test('the label ranks before the detail and the keywords', () => {
	const items: Findable[] = [
		{ words: 'Start over', detail: 'token' },
		{ words: 'Begin', keywords: 'token' },
		{ words: 'A token nobody got' }
	];
	expect(found(items, 'token')).toEqual(['A token nobody got', 'Begin', 'Start over']);
});

test('a shorter text ranks before a longer one, and ties keep their order', () => {
	const items = rows('Closed requests of one service', 'Closed requests', 'Closed potholes');
	expect(found(items, 'closed')).toEqual([
		'Closed requests',
		'Closed potholes',
		'Closed requests of one service'
	]);
});

test('a query of only punctuation returns all items in order', () => {
	expect(found(rows('b', 'a'), '')).toEqual(['b', 'a']);
	expect(found(rows('b', 'a'), ' & ')).toEqual(['b', 'a']);
});
