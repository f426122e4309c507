import { describe, expect, test } from 'vitest';
import type { Command, CommandGroup } from './command';
import { groupsOf } from './groups';
import { withLatest } from './recent';
import { searchEntriesOf } from '../ui/search';

const command = (group: CommandGroup, words: string): Command => ({
	id: words,
	group,
	words,
	run: () => {}
});

const many = (group: CommandGroup, count: number) =>
	Array.from({ length: count }, (_, at) => command(group, `${group} ${at}`));

const shown = (commands: readonly Command[], query: string, recent: readonly string[] = []) => {
	const { groups, total } = groupsOf(searchEntriesOf(commands), query, recent);
	return { total, groups: groups.map(({ name, commands }) => [name, commands.map((c) => c.id)]) };
};

const few = [
	command('Actions', 'Send request'),
	command('Methods', 'Start GET Service Request'),
	command('Test cases', 'Closed requests')
];

describe('before a word is typed', () => {
	test('what was used lately comes first, and stands nowhere else', () => {
		expect(shown(few, '', ['Closed requests', 'gone', 'Send request'])).toEqual({
			total: 3,
			groups: [
				['Recent', ['Closed requests', 'Send request']],
				['Methods', ['Start GET Service Request']]
			]
		});
	});

	test('a large group leaves room for the others', () => {
		const { groups, total } = shown(
			[...many('Actions', 3), ...many('Test cases', 158), ...many('Endpoints', 3)],
			''
		);
		expect(total).toBe(164);
		expect(groups.map(([name, ids]) => [name, ids?.length])).toEqual([
			['Actions', 3],
			['Test cases', 20],
			['Endpoints', 3]
		]);
	});

	test('there are never more than fifty rows', () => {
		const all = [...many('Actions', 30), ...many('Test cases', 158), ...many('Places', 954)];
		const { groups } = groupsOf(searchEntriesOf(all), '', ['Actions 1']);
		expect(groups.flatMap(({ commands }) => commands)).toHaveLength(50);
	});
});

describe('with words', () => {
	test('the group of the best command comes first', () => {
		expect(shown(few, 'request').groups).toEqual([
			['Actions', ['Send request']],
			['Methods', ['Start GET Service Request']],
			['Test cases', ['Closed requests']]
		]);
		expect(shown(few, 'requests').groups).toEqual([['Test cases', ['Closed requests']]]);
	});

	test('what was used lately does not count', () => {
		expect(shown(few, 'request', ['Closed requests']).groups[0]?.[0]).toBe('Actions');
	});

	test('fifty of many are shown, and all are counted', () => {
		const { groups, total } = groupsOf(searchEntriesOf(many('Places', 954)), 'places', []);
		expect(total).toBe(954);
		expect(groups[0]?.commands).toHaveLength(50);
	});
});

test('the latest command is remembered first, once, and the sixth is forgotten', () => {
	expect(withLatest(['a', 'b', 'c', 'd', 'e'], 'c')).toEqual(['c', 'a', 'b', 'd', 'e']);
	expect(withLatest(['a', 'b', 'c', 'd', 'e'], 'f')).toEqual(['f', 'a', 'b', 'c', 'd']);
});
