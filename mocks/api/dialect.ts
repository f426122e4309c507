import type { DialectName } from '../../src/georeport/dialect';
import type { Writing } from './writing';

/** How the same city answers; only the writer and the checks of arguments use it. */
export interface Dialect {
	name: DialectName;
	/** The base of the endpoint, relative to the root of the mock-up. */
	path: string;
	/** The base of `discovery.xml`, which Toronto keeps beside `ws/` and not inside it. */
	discoveryPath: string;
	/** Whether a call without jurisdiction_id is refused. */
	jurisdictionRequired: boolean;
	/** JSON wraps service requests in `{"service_requests": […]}`. */
	wrapped: boolean;
	/** JSON prints codes and ids that are all digits as numbers. */
	numericIds: boolean;
	/** JSON leaves out a field without a value; otherwise it prints null. */
	omitsNull: boolean;
	/** `long` comes before `lat`. */
	longFirst: boolean;
	/** GET Service Requests prints the back office's names of services. */
	problemNames: boolean;
	/** The services that answer a report with an id at once; the others answer with a token. */
	realtime: readonly string[];
	/** Whether a span of over 90 days is cut to 90 or refused. */
	longSpan: 'cut' | 'refuse';
	/** What becomes of lat and long without radius: GeoReport v2 has no such arguments. */
	loneCentre: 'refuse' | 'ignore';
	/** How requests are printed unlike the rest, for clients to cope with; as always by default. */
	writing?: Writing;
}

/** Answers as Toronto's server was seen to between 2012 and 2018, at the City's own paths. */
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

/**
 * Keeps to the letter of GeoReport v2; two services are realtime, so that clients meet both kinds.
 */
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

/** The one jurisdiction_id that both dialects serve. */
export const JURISDICTION = 'toronto.ca';

/**
 * The header that marks every answer of the mock-up, so that no other server's can pass for one.
 */
export const MARKER = 'X-Mock-Up';

/** The value of the marker. */
export const MARKER_VALUE = 'toronto-open311-playground';

/** The base of the controls, relative to the root of the mock-up. */
export const CONTROLS_PATH = 'mock-up/';

/** Where a page asks whether its service worker answers; the worker's version is in MARKER. */
export const PROBE_PATH = `${CONTROLS_PATH}worker`;

/**
 * Below this folder every name has a mock-up of its own: the bases of `check/RUN/` are those of the
 * root, and what is reported there is reported nowhere else.
 */
export const CHECK_FOLDER = 'check';

const FOLDERS = '(?:open311test|georeport|mock-up)';
const AFTER_ROOT = new RegExp(`^/*(?:${CHECK_FOLDER}/|${FOLDERS}(?:[/?#]|$))`, 'i');
const ANYWHERE = new RegExp(`/${FOLDERS}(?:/|$)`, 'i');

/**
 * Whether a URL belongs to the mock-up at this root, an absolute URL that ends in a slash. Only
 * what comes after the root counts, since the folder that holds the page may have any name.
 */
export const isBelowRoot = (root: string, url: string) =>
	url.startsWith(root) && AFTER_ROOT.test(url.slice(root.length));

/** Whether the path of a URL lies below the mock-up's folders, under any root. */
export const isMockUpPath = (pathname: string) => ANYWHERE.test(pathname);
