// The page as it opens, drawn while the site is built: index.html carries it, and main.ts goes on from it.
import { render } from 'svelte/server';
import { OPENING_CASE } from '../../mocks/cases/opening';
import { START_HERE } from '../../mocks/cases/start-here';
import { DIALECTS, MARKER, MARKER_VALUE, TORONTO } from '../../mocks/api/dialect';
import { PREFER } from '../../mocks/api/preferences';
import { createMockUp } from '../../mocks/hosts/mock-up';
import type { Reading } from '../answer/reading';
import { checkAnswer } from '../explorer/check-answer';
import type { Endpoint } from '../explorer/endpoint';
import { Explorer } from '../explorer/explorer.svelte';
import { localEndpoint, ownEndpoints } from '../explorer/own-endpoints';
import type { Service } from '../georeport/types';
import { send } from '../http/exchange';
import { keepBasemap, type Basemap } from '../map/basemap';
import App from '../page/App.svelte';
import LaterPart, { LATER_PARTS } from '../page/LaterPart.svelte';
import BuiltPart from './BuiltPart.svelte';
import { builtLines } from '../response/built-lines';
import { positionsIn } from '../response/place';
import { Syntax } from '../response/syntax';
import { TextLines } from '../response/text-lines';
import type { BuiltName } from '../ui/built-parts.svelte';

/** What the build brings along. */
export interface PrerenderSource {
	/** How many test cases there are. */
	caseCount: number;
	/** The map's own data, as `public/basemap.json` has them. */
	basemap: Basemap;
}

/** Where the site is said to be while it is built; the page's own address takes its place. */
const ROOT = 'http://localhost/';

/** The size of the map, in CSS pixels: as wide as its column begins, and in any lower one it looks alike. */
const MAP_SIZE = { width: 360, height: 480 };

/** What stands in the place of the time that an answer took. */
const BUILT = 'built';

/** Without the comments that hydration goes by: these parts are replaced, not hydrated. */
const plain = (html: string) => html.replace(/<!--[\s\S]*?-->/g, '');

/** Inserts a text after the first match; throws if there is none. */
const fill = (place: RegExp, inside: string) => (html: string) => {
	if (!place.test(html)) throw new Error(`The page has no ${place.source}.`);
	return html.replace(place, (_, start: string) => start + inside);
};

const placeOf = (name: string) => new RegExp(`(<div[^>]* data-built="${name}"[^>]*>)(?=</div>)`);

/** Marks an element whose text begins with the site's address: start.js writes the real one. */
const markRoot = (_: string, start: string) => `${start.slice(0, -1)} data-root>…/`;

async function servicesOf(endpoint: Endpoint, { catalogue }: Explorer): Promise<Service[]> {
	await catalogue.loadServices(endpoint);
	const loaded = catalogue.services(endpoint);
	if (loaded.state !== 'ready') throw new Error('The mock-up gave no service list.');
	return loaded.value;
}

function linesOf(reading: Reading): TextLines {
	const shown = positionsIn(reading, false);
	const text = reading.pretty?.text ?? '';
	return new TextLines(text, reading.tree && shown && new Syntax(reading.tree, shown, text));
}

const never = () => new Promise<never>(() => {});

const gazetteer = { places: never, nearest: never, duplicateTargets: never };

/** What index.html carries. */
export interface BuiltPage {
	/** The inside of the page's `#app`. */
	html: string;
	/** The service list, which the form has from the beginning, as JSON. */
	services: string;
}

/** Resolves to the same for every build of the same sources. */
export async function prerenderedPage({ caseCount, basemap }: PrerenderSource): Promise<BuiltPage> {
	keepBasemap(basemap);
	const { answer } = createMockUp();
	const host = {
		claims: () => true,
		workerAnswers: () => Promise.resolve(false),
		recognises: (response: Response) => response.headers.get(MARKER) === MARKER_VALUE,
		losesConnection: () => false,
		answerInPage: () => Promise.resolve(answer)
	};
	const [toronto, ...others] = ownEndpoints(DIALECTS, ROOT);
	if (!toronto) throw new Error('The mock-up has no dialect.');
	const newExplorer = () =>
		new Explorer({
			endpoints: [toronto, ...others, localEndpoint(TORONTO)],
			cases: [OPENING_CASE],
			caseCount,
			opening: OPENING_CASE,
			prefer: PREFER,
			send: (draft, request, signal) => send(draft, request, host, signal),
			controls: () => null
		});

	const services = await servicesOf(toronto, newExplorer());
	const asked = newExplorer();
	asked.catalogue.keepServices(toronto, services);
	const page = render(App, {
		props: {
			explorer: asked,
			history: never,
			opening: asked.pageState,
			startHere: START_HERE,
			gazetteer,
			worker: { onversion: () => {}, renew: () => Promise.resolve() },
			isBuilt: true
		}
	}).body;

	const laterParts = LATER_PARTS.splice(0).map(({ props, context }) => {
		const { body } = render(LaterPart, { props, context, idPrefix: props.name });
		return fill(placeOf(props.name), body);
	});

	const answered = newExplorer();
	await answered.resume();
	const { view } = answered;
	if (!view?.response) throw new Error('The request that the page opens on has no answer.');
	const { signal } = new AbortController();
	const findings = await checkAnswer(view.exchange.draft, view.response, view.endpoint, signal);
	// Outside a page nothing tells when the check is done.
	Object.defineProperty(view, 'findings', { value: findings });
	const partHtml = (name: BuiltName) =>
		render(BuiltPart, {
			props: { name, explorer: answered, gazetteer, mapSize: MAP_SIZE },
			idPrefix: name
		}).body;
	const html = [
		...laterParts,
		...(['answer', 'map', 'list'] as const).map((name) =>
			fill(placeOf(name), plain(partHtml(name)))
		),
		fill(/(<pre[^>]*>)(?=<\/pre>)/, builtLines(linesOf(view.response.reading))),
		// The time it took during the build would say nothing, and differ from build to build.
		fill(/(<span class="time[^>]*)(?=>)/, ' title="Made when this site was built"'),
		fill(/(<span class="time[^>]*>)[^<]*/, BUILT),
		// A strict policy refuses styles in the page's text; style sheets hold what it begins with.
		(html: string) => html.replace(/ style="[^"]*"/g, ''),
		// The script at the head of the page writes the page's own address there.
		(html: string) => html.replace(/(<(?:span|textarea)[^>]*>)http:\/\/localhost\//g, markRoot),
		(html: string) => html.replaceAll(`="GET ${ROOT}`, '="GET ')
	].reduce((html, change) => change(html), page);
	return { html, services: JSON.stringify(services).replaceAll('<', '\\u003c') };
}
