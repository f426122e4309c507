import { expect, test } from 'vitest';
import {
	baseOfRun,
	checkFolderOf,
	discoveryOf,
	isRunName,
	newRunName,
	runOfUrl
} from './check-server';

test.each([
	['http://127.0.0.1:3110/playground/', 'http://127.0.0.1:3110/check/'],
	['https://a.example/docs/playground/index.html?check#x', 'https://a.example/docs/check/'],
	// A run at the root of a site would be inside the page, where no server is.
	['http://127.0.0.1:3111/', null],
	['file:///home/me/dist/index.html', null]
])('the runs of a page at %s are in %s', (page, folder) => {
	expect(checkFolderOf(page)).toBe(folder);
});

test('the bases of a run are those of the mock-up below it', () => {
	const root = 'http://127.0.0.1:3110/check/app-1/';
	expect(baseOfRun(root, 'toronto').url).toBe(`${root}open311test/ws/`);
	expect(discoveryOf(baseOfRun(root, 'toronto'), 'xml')).toBe(`${root}open311test/discovery.xml`);
	expect(discoveryOf(baseOfRun(root, 'standard'), 'json')).toBe(
		`${root}georeport/v2/discovery.json`
	);
});

test.each([
	['http://a.example:3110/check/app-1/open311test/ws/services.xml?x=1', 'app-1', 'toronto'],
	['http://a.example:3110/check/app-1/open311test/discovery.xml', 'app-1', 'toronto'],
	['http://a.example:3110/check/phone/georeport/v2/requests/1.json', 'phone', 'standard']
])('%s is in the run %s, in the dialect %s', (url, name, dialect) => {
	expect(runOfUrl(url)).toEqual({
		name,
		dialect,
		base: baseOfRun(`http://a.example:3110/check/${name}/`, dialect as 'toronto')
	});
});

test('an address outside of all runs is in none', () => {
	expect(runOfUrl('http://a.example/open311test/ws/services.xml')).toBeNull();
	expect(runOfUrl('no address')).toBeNull();
});

test('a new name can be a name', () => {
	expect([newRunName(0), newRunName(0.999999999)]).toEqual(['app-000000', 'app-zzzzzx']);
	expect([newRunName(0), 'a'.repeat(40), 'my-app-2'].filter(isRunName)).toHaveLength(3);
	expect(['', 'My-app', 'a'.repeat(41), 'a/b'].filter(isRunName)).toEqual([]);
});
