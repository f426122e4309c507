// Where the server of `npm run mock` keeps the runs of the client check, seen from the page it serves.
import type { CheckFormat } from '../../mocks/check/scene';
import type { DialectName } from '../georeport/dialect';
import { parseUrl } from '../georeport/parse-url';
import type { EndpointBase } from '../georeport/request';

const FOLDER = 'check/';

/**
 * Returns the folder of the runs, beside that of the page; null where a server can have none there: the
 * page is at the root of its site, or is a file. `page` is the absolute URL of the page.
 */
export function checkFolderOf(page: string): string | null {
	const own = new URL('./', page);
	const beside = new URL(`../${FOLDER}`, page);
	const isOutside = !beside.href.startsWith(own.href);
	return /^https?:$/.test(own.protocol) && isOutside ? beside.href : null;
}

/** Whether a run can have this name: 1 to 40 lower-case letters, digits and hyphens. */
export const isRunName = (name: string): boolean => /^[a-z0-9-]{1,40}$/.test(name);

/** Returns a name that no other run will have; `random` is at least 0 and below 1. */
export const newRunName = (random = Math.random()): string =>
	`app-${Math.floor(random * 36 ** 6)
		.toString(36)
		.padStart(6, '0')}`;

/** The paths below a run, as the mock-up has them below its root. */
const PATHS: Readonly<Record<DialectName, EndpointBase>> = {
	toronto: { url: 'open311test/ws/', discoveryUrl: 'open311test/' },
	standard: { url: 'georeport/v2/', discoveryUrl: 'georeport/v2/' }
};

/** Returns the bases of a run; `root` is its absolute URL and ends in a slash. */
export const baseOfRun = (root: string, dialect: DialectName): EndpointBase => ({
	url: root + PATHS[dialect].url,
	discoveryUrl: root + PATHS[dialect].discoveryUrl
});

/** Returns the URL of the discovery document in a format. */
export const discoveryOf = ({ discoveryUrl }: EndpointBase, format: CheckFormat): string =>
	`${discoveryUrl}discovery.${format}`;

/** Returns the run and the dialect that a URL is in, with the bases there; null for any other URL. */
export function runOfUrl(
	url: string
): { name: string; dialect: DialectName; base: EndpointBase } | null {
	const { origin = '', pathname = '' } = parseUrl(url) ?? {};
	const [, root = '', name = '', folder] =
		/^((?:.*?)\/check\/([a-z0-9-]{1,40})\/)(open311test|georeport)\//.exec(pathname) ?? [];
	if (!folder) return null;
	const dialect = folder === 'georeport' ? 'standard' : 'toronto';
	return { name, dialect, base: baseOfRun(origin + root, dialect) };
}
