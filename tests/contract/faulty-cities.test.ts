// Each city with one fault turns red, and its first line names the fault; the page finds the same.
import { expect, test } from 'vitest';
import { CITY_FAULTS } from './faulty-cities';
import { judgeCity } from './judge-of-cities';

test('there are more than 60 of them', () => {
	expect(CITY_FAULTS.length).toBeGreaterThan(60);
	expect(new Set(CITY_FAULTS.map(({ name }) => name)).size).toBe(CITY_FAULTS.length);
});

test.each(CITY_FAULTS)('$name', async ({ changes, says, section, only }) => {
	for (const format of only ? ([only] as const) : (['xml', 'json'] as const)) {
		const { failures, disagreements } = await judgeCity(changes, [format]);
		expect(failures[0] ?? 'nothing failed', format).toMatch(says);
		expect(failures[0], format).toContain(`, ${section}]`);
		expect(disagreements, format).toEqual([]);
	}
});
