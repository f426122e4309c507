import type { DialectName } from '../georeport/dialect';
import type { Endpoint } from './endpoint';

/** Where the mock-up answers in one of its dialects, below its root. */
interface Place {
	name: DialectName;
	path: string;
	discoveryPath: string;
}

const JURISDICTION = 'toronto.ca';

/** The endpoints of the page's own mock-up, below the URL of the page's folder: one for each dialect. */
export const ownEndpoints = (dialects: readonly Place[], root: string): Endpoint[] =>
	dialects.map(({ name, path, discoveryPath }) => ({
		id: name,
		name: name === 'toronto' ? 'Toronto mock-up' : 'Toronto mock-up, standard dialect',
		kind: 'mock-up',
		dialect: name,
		url: new URL(path, root).href,
		discoveryUrl: new URL(discoveryPath, root).href,
		jurisdiction: JURISDICTION,
		apiKey: ''
	}));

/** What `npm run mock` serves on this computer, in a dialect. */
export const localEndpoint = ({ name, path, discoveryPath }: Place): Endpoint => ({
	id: 'local',
	name: 'Local mock-up (npm run mock)',
	kind: 'local',
	dialect: name,
	url: `http://127.0.0.1:3110/${path}`,
	discoveryUrl: `http://127.0.0.1:3110/${discoveryPath}`,
	jurisdiction: JURISDICTION,
	apiKey: ''
});
