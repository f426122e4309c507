// About: what is told of 311 Toronto, each line with where it comes from, whole without scripts.
import { expect, test } from 'vitest';
import { SERVICES } from '../../mocks/data/services';
import { CITY_SERVICES } from '../../src/about/questions';
import { aboutHtml } from '../../src/about/static';

const html = aboutHtml();

const textOf = (part: string) =>
	part
		.replace(/<[^>]+>/g, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
		.replace(/\s+/g, ' ')
		.trim();

/** The element with this id, up to the next one that has an id. */
function partOf(id: string): string {
	const from = html.indexOf(` id="${id}"`);
	expect(from, id).toBeGreaterThan(0);
	const next = html.indexOf(' id="', from + 5);
	return html.slice(html.indexOf('>', from) + 1, next < 0 ? undefined : next);
}

/** The lines of a part, each as its mark, its words and the anchor of its source. */
const linesOf = (id: string) =>
	[...partOf(id).matchAll(/<li>\s*(<span class="provenance[\s\S]*?)<\/li>/g)].map(
		([, line = '']) => ({
			mark: textOf(/<span class="provenance[^>]*>(.*?)<\/span>/.exec(line)?.[1] ?? ''),
			words: textOf(/<p>([\s\S]*)<\/p>/.exec(line)?.[1] ?? ''),
			source: /href="#source-([^"]+)"/.exec(line)?.[1] ?? null
		})
	);

// The digest of what is known of 311 Toronto, fact by fact.
const FACTS: readonly (readonly [id: string, mark: string, words: string, source: string])[] = [
	['open311', 'recorded', 'Open311 is an open standard', 'specification'],
	['mock-up', 'recorded', 'a set of fixed test cases', 'city-page'],
	['mock-up', 'recorded', 'details by e-mail', 'city-page'],
	['mock-up', 'inferred', 'https://secure.toronto.ca/open311test/ws/', 'app-lists'],
	['this-mock-up', 'recorded', 'codes and names', 'answers'],
	['this-mock-up', 'invented', 'every address_id from 99000001 on', 'playground'],
	['key', 'recorded', 'Not for the mock-up, not even to send a report', 'city-page'],
	['key', 'recorded', 'reading needed no key; sending a report did', 'city-page'],
	['production-key', 'recorded', 'tested against the mock-up', 'city-page'],
	['production-key', 'recorded', 'Technical and Operational Requirements', 'city-page'],
	['production-key', 'recorded', 'Open311 API Terms of Service', 'city-page'],
	['production-key', 'recorded', 'start.jsp?_wiz_id=API_key_request', 'servers'],
	['step-1', 'recorded', 'wrote to open311@toronto.ca', 'city-page'],
	['step-2', 'recorded', 'developed your app against the mock-up', 'city-page'],
	['step-3', 'recorded', 'You tested your app yourself', 'city-page'],
	['step-4', 'recorded', 'asked for a production key', 'city-page'],
	['step-5', 'inferred', 'handed the app to the City', 'second-hand'],
	['step-6', 'recorded', 'The City authenticated the app', 'city-page'],
	['services', 'recorded', 'five kinds of graffiti', 'answers'],
	['services', 'recorded', 'type batch', 'answers'],
	['services', 'inferred', 'answered with a token', 'specification'],
	['formats', 'recorded', 'XML and JSON, for every method', 'city-page'],
	['formats', 'recorded', 'available but not fully tested', 'city-page'],
	['methods', 'recorded', 'All six methods of GeoReport v2', 'city-page'],
	['methods', 'recorded', 'https://secure.toronto.ca/open311test/discovery.xml', 'servers'],
	['methods', 'invented', 'What the discovery document said', 'playground'],
	['pictures', 'recorded', 'the URL of a picture in media_url', 'city-page'],
	['pictures', 'recorded', 'All 191 links', 'answers'],
	['official-app', 'inferred', 'No app was official', 'second-hand'],
	['official-app', 'inferred', 'alphabetical order', 'second-hand'],
	['official-app', 'recorded', 'SeeClickFix offered all six services', 'residents'],
	['support', 'inferred', 'the City did not test apps for their developers', 'second-hand'],
	['contact', 'recorded', 'open311@toronto.ca', 'city-page'],
	['open-data', 'recorded', '311 - Open311 API Calls for Service Requests', 'catalogue'],
	['today', 'recorded', 'no longer available', 'tutorial'],
	['today', 'recorded', '403 Access Denied', 'client-2026']
];

test.each(FACTS)('%s has, %s: %s', (id, mark, words, source) => {
	const line = linesOf(id).find((each) => each.words.includes(words));
	expect(line, textOf(partOf(id))).toMatchObject({ mark, source });
});

test('no line is without a mark, and none but those about this page without a source', () => {
	const items = [...html.matchAll(/<ul class="lines">([\s\S]*?)<\/ul>/g)].flatMap(
		([, list = '']) => list.match(/<li>/g) ?? []
	);
	const marks = [...html.matchAll(/<li>\s*<span class="provenance[^>]*>([^<]+)<\/span>\s*<p>/g)];
	expect(marks.length).toBe(items.length);
	expect(marks.length).toBeGreaterThanOrEqual(FACTS.length);
	const sources = [...html.matchAll(/<a class="source" href="#source-[^"]+"/g)];
	expect(sources.length).toBe(marks.filter(([, mark]) => mark !== 'here').length);
});

test('the steps are in their true order: you test in the third, the City approves in the sixth', () => {
	const titles = [...html.matchAll(/<li id="step-(\d)"[^>]*>\s*<h3>(.*?)<\/h3>/g)];
	expect(titles.map(([, , title = '']) => textOf(title))).toEqual([
		'1. Information',
		'2. Develop',
		'3. Test',
		'4. Request a key',
		'5. Supply the app',
		'6. Approval'
	]);
	expect(titles.map(([, number]) => number)).toEqual(['1', '2', '3', '4', '5', '6']);
});

test('the services, the methods and the formats are named', () => {
	const services = textOf(partOf('services'));
	for (const [code, name] of [
		['CSROWR-12', 'Report minor pothole damage'],
		['30102', 'Graffiti on private property'],
		['CSROWC-05', 'Graffiti on a City road'],
		['CSROSC-14', 'Graffiti on a City sidewalk'],
		['CSROWBM-03', 'Graffiti on a City bridge'],
		['SWLMALB-02', 'Graffiti on a City litter bin']
	]) {
		expect(services).toContain(code);
		expect(services).toContain(name);
	}
	expect(CITY_SERVICES).toEqual(
		SERVICES.map(({ service_code, service_name }) => [service_code, service_name])
	);
	const methods = [...partOf('methods').matchAll(/href="reference\.html#(\w+)"/g)];
	expect(methods.map(([, name]) => name)).toEqual([
		...['services', 'definition', 'submit', 'token', 'requests', 'request']
	]);
});

test('it says plainly that it is unofficial', () => {
	expect(textOf(html)).toContain(
		'Unofficial. The City of Toronto did not make this playground, does not run it and does not endorse it.'
	);
	expect(textOf(html)).toContain('Not affiliated with the City of Toronto.');
});

test('every address on the page is one of a kind and leads somewhere', () => {
	const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);
	expect(new Set(ids).size).toBe(ids.length);
	const links = [...html.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => href);
	const inside = links.filter((href) => href.startsWith('#')).map((href) => href.slice(1));
	expect(inside.length).toBeGreaterThan(50);
	expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
	expect(ids.filter((id) => id.startsWith('step-'))).toHaveLength(6);
	const files = links.filter((href) => !/^(?:#|https:)/.test(href));
	expect(new Set(files.map((href) => href.replace(/#.*/, '')))).toEqual(
		new Set(['./', './?check', 'reference.html', 'accessibility.html'])
	);
});

test('has nothing a strict policy would stop', () => {
	expect(html).not.toMatch(/<(?:script|style|link|img|iframe|form)\b/);
	expect(html).not.toMatch(/\s(?:style|on\w+)=/);
	expect(html).not.toContain('<!--');
	expect(html).not.toContain('`');
});
