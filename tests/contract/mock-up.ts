import { DIALECTS } from '../../mocks/api/dialect';
import { PREFER } from '../../mocks/api/preferences';
import { createMockUp, type MockUp } from '../../mocks/hosts/mock-up';
import type { Endpoint } from '../../src/explorer/endpoint';
import type { DialectName } from '../../src/georeport/dialect';
import type { EndpointBase, HttpRequest } from '../../src/georeport/request';
import type { RawAnswer } from '../../src/cases/raw-answer';
import type { MockUpHost } from '../../src/http/exchange';

/** The root of the mock-up in these tests: a host and a path. */
export const ROOT = 'https://docs.example.org/playground/';

/** The names of both dialects. */
export const DIALECT_NAMES: readonly DialectName[] = ['toronto', 'standard'];

/** Returns the base URLs of a dialect below a root. */
export function dialectEndpoint(name: DialectName, root = ROOT): EndpointBase {
	const dialect = DIALECTS.find((each) => each.name === name);
	if (!dialect) throw new Error(`No dialect is called ${name}.`);
	return { url: root + dialect.path, discoveryUrl: root + dialect.discoveryPath };
}

/** Returns a dialect as an endpoint of the page. */
export const mockUpEndpoint = (name: DialectName): Endpoint => ({
	id: name,
	name: `Mock-up, ${name}`,
	kind: 'mock-up',
	dialect: name,
	jurisdiction: 'toronto.ca',
	apiKey: '',
	...dialectEndpoint(name)
});

/** A host in which the page answers every URL, as without a service worker. */
export const inPage = (mockUp: MockUp = createMockUp()): MockUpHost => ({
	claims: () => true,
	workerAnswers: () => Promise.resolve(false),
	recognises: () => true,
	losesConnection: ({ headers }) => PREFER.parse(headers.Prefer).fault === 'drop',
	answerInPage: () => Promise.resolve(mockUp.answer)
});

/** Returns a function that asks a mock-up in this process. */
export const asking =
	(mockUp: MockUp = createMockUp()) =>
	async (request: HttpRequest): Promise<RawAnswer> =>
		readAnswer(await mockUp.answer(new Request(request.url, request)));

/** Resolves to the status, type and text of a response. */
const readAnswer = async (response: Response): Promise<RawAnswer> => ({
	status: response.status,
	contentType: response.headers.get('Content-Type'),
	text: await response.text()
});

/** Returns a function that deletes the submissions of a mock-up. */
export const resetOf = (ask: (request: HttpRequest) => Promise<RawAnswer>) => async () => {
	const url = `${ROOT}mock-up/submissions`;
	const { status } = await ask({ method: 'DELETE', url, headers: {}, body: null });
	if (status !== 204) throw new Error(`A reset was answered with ${status}.`);
};
