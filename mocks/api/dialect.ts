import type { DialectName } from '../../src/georeport/dialect';

/** How one and the same city speaks; only the writer and the argument check look at it. */
export interface Dialect {
	name: DialectName;
	/** Where the endpoint answers, relative to the root of the mock-up. */
	path: string;
	/** What `discovery.xml` is relative to; Toronto keeps it beside `ws/`, not inside. */
	discoveryPath: string;
	/** Whether a call without jurisdiction_id is refused. */
	jurisdictionRequired: boolean;
	/** JSON wraps service requests in `{"service_requests": […]}`. */
	wrapped: boolean;
	/** JSON prints codes and ids that are all digits as numbers. */
	numericIds: boolean;
	/** JSON leaves out a field without value, where it would else print null. */
	omitsNull: boolean;
	/** `long` stands before `lat`. */
	longFirst: boolean;
	/** GET Service Requests names services as the back office does. */
	problemNames: boolean;
	/** Services that answer a report with an id at once; the others give a token. */
	realtime: readonly string[];
	/** What becomes of a span over 90 days. */
	longSpan: 'cut' | 'refuse';
	/** What becomes of lat and long without radius: GeoReport v2 has no such arguments. */
	loneCentre: 'refuse' | 'ignore';
}

/** As Toronto's server was seen to answer between 2012 and 2018, at the City's own paths. */
export const TORONTO: Dialect = {
	name: 'toronto',
	path: 'open311test/ws/',
	discoveryPath: 'open311test/',
	jurisdictionRequired: true,
	wrapped: true,
	numericIds: true,
	omitsNull: false,
	longFirst: true,
	problemNames: true,
	realtime: [],
	longSpan: 'cut',
	loneCentre: 'refuse'
};

/** By the letter of GeoReport v2; two services are realtime so that clients meet both kinds. */
export const STANDARD: Dialect = {
	name: 'standard',
	path: 'georeport/v2/',
	discoveryPath: 'georeport/v2/',
	jurisdictionRequired: false,
	wrapped: false,
	numericIds: false,
	omitsNull: true,
	longFirst: false,
	problemNames: false,
	realtime: ['CSROWR-12', 'SWLMALB-02'],
	longSpan: 'refuse',
	loneCentre: 'ignore'
};

/** Both dialects, the City's first. */
export const DIALECTS: readonly Dialect[] = [TORONTO, STANDARD];

/** Every answer of the mock-up carries this header, so that no server's answer passes for it. */
export const MARKER = 'X-Mock-Up';

/** The value of the marker. */
export const MARKER_VALUE = 'toronto-open311-playground';

/** Where the mock-up's own controls are, relative to its root. */
export const CONTROLS_PATH = 'mock-up/';

/** What a page asks to see whether its service worker answers; the worker puts its version in MARKER. */
export const PROBE_PATH = `${CONTROLS_PATH}worker`;

/**
 * Whether a URL belongs to the mock-up whose root (an absolute URL that ends in a slash) is given.
 * The folder the page lies in may have any name, so only what comes after the root counts.
 */
export const isBelowRoot = (root: string, url: string) =>
	url.startsWith(root) &&
	/^\/*(?:open311test|georeport|mock-up)(?:[/?#]|$)/i.test(url.slice(root.length));
