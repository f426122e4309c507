// What of the commands the palette shows, and in which order.
import { find, searchWordsOf, type SearchEntry } from '../ui/search';
import type { Command } from './command';

/** How many rows the palette shows at most. */
export const MOST = 50;

/** How many rows of one group it shows as long as nothing is searched. */
const MOST_OF_GROUP = 20;

/** A heading and the commands below it. */
export interface FoundGroup {
	name: Command['group'] | 'Recent';
	commands: Command[];
}

/** Puts commands under the headings they belong to; a heading stands where its first command stood. */
function grouped(commands: readonly Command[]): FoundGroup[] {
	const groups: FoundGroup[] = [];
	for (const command of commands) {
		const group = groups.find(({ name }) => name === command.group);
		if (group) group.commands.push(command);
		else groups.push({ name: command.group, commands: [command] });
	}
	return groups;
}

/** What is shown before a word is typed: what was used lately, then the start of each group. */
function browsed(
	entries: readonly SearchEntry<Command>[],
	recent: readonly string[]
): FoundGroup[] {
	const all = entries.map(({ item }) => item);
	const used = recent.flatMap((id) => all.find((command) => command.id === id) ?? []);
	const others = grouped(all.filter((command) => !used.includes(command))).flatMap(({ commands }) =>
		commands.slice(0, MOST_OF_GROUP)
	);
	const groups = grouped(others.slice(0, MOST - used.length));
	return used.length > 0 ? [{ name: 'Recent', commands: used }, ...groups] : groups;
}

/**
 * The rows for a query by group, at most `MOST` in all, and how many there would be. The group with
 * the best command comes first; an empty query shows what was used lately first.
 */
export function groupsOf(
	entries: readonly SearchEntry<Command>[],
	query: string,
	recent: readonly string[]
): { groups: FoundGroup[]; total: number } {
	if (searchWordsOf(query).length === 0) {
		return { groups: browsed(entries, recent), total: entries.length };
	}
	const found = find(entries, query);
	return { groups: grouped(found.slice(0, MOST)), total: found.length };
}
