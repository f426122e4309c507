// Literal calls for the tests of the grade, written short.
import type { DialectName } from '../../../src/georeport/dialect';
import type { Call, CheckFormat, Ending, SceneId, CheckVerdict } from '../scene';

/** A case of the grade: what one check says of a scene. */
export interface GradedCase {
	check: string;
	scene: SceneId;
	/** What is special about the case. */
	when: string;
	says: CheckVerdict['verdict'];
	/** A part of the message, the calls that it names included. */
	message: string;
	calls: readonly Sketch[];
	result?: unknown;
	ending?: Ending | null;
	dialect?: DialectName;
	format?: CheckFormat;
}

/** A call without its number. */
export type Sketch = Omit<Call, 'number'>;

interface Details {
	/** When it begins and ends, in seconds; it takes a tenth of one unless given. */
	at?: number;
	until?: number | null;
	agent?: string;
	type?: string;
	status?: number;
	/** The body of the answer. */
	says?: string;
	answerType?: string;
	retryAfter?: string;
	/** No answer was made. */
	silent?: boolean;
	/** The answer was made and did not reach the client. */
	lost?: boolean;
}

/** Makes a case of a scene; what is left out of it is null, or Toronto's dialect in XML. */
export const that = (
	scene: SceneId,
	check: string,
	says: GradedCase['says'],
	when: string,
	message: string,
	calls: readonly Sketch[],
	result?: unknown,
	others: Partial<GradedCase> = {}
): GradedCase => ({ check, scene, says, when, message, calls, result, ...others });

/** Makes a case of a scene by its calls alone. */
export const byCalls = (
	scene: SceneId,
	check: string,
	says: GradedCase['says'],
	when: string,
	message: string,
	...calls: readonly Sketch[]
): GradedCase => that(scene, check, says, when, message, calls);

/** Makes a case of a check of every scene; the scene matters only where it is given. */
export const always = (
	check: string,
	says: GradedCase['says'],
	when: string,
	message: string,
	calls: readonly Sketch[],
	others: Partial<GradedCase> = {}
): GradedCase => ({ check, scene: 'list-open', says, when, message, calls, ...others });

/** The argument that every call in Toronto's dialect needs. */
export const J = 'jurisdiction_id=toronto.ca';

/** The base of Toronto's dialect. */
export const BASE = 'http://127.0.0.1:3110/open311test/ws/';

function sketch(method: string, path: string, body: Uint8Array, details: Details): Sketch {
	const { at = 0, until = at + 0.1, agent = 'GreenBin/1.0', type, status = 200 } = details;
	const { says = '', answerType = 'text/xml; charset=utf-8', retryAfter, silent, lost } = details;
	return {
		begin: at * 1000,
		end: until === null ? null : until * 1000,
		method,
		url: path.startsWith('http') ? path : BASE + path,
		headers: { 'user-agent': agent, ...(type === undefined ? {} : { 'content-type': type }) },
		body,
		answer: silent
			? null
			: {
					status,
					headers: {
						'content-type': answerType,
						...(retryAfter === undefined ? {} : { 'retry-after': retryAfter })
					},
					body: says
				},
		reached: !silent && !lost
	};
}

/** A GET of a path below Toronto's base, or of a whole URL. */
export const get = (path: string, details: Details = {}): Sketch =>
	sketch('GET', path, new Uint8Array(), details);

/** The media type of a form. */
export const FORM = 'application/x-www-form-urlencoded';

/** A POST of a form, given as it is sent; to Toronto's requests.xml. */
export const post = (
	form: string | Uint8Array,
	details: Details & { path?: string } = {}
): Sketch =>
	sketch(
		'POST',
		details.path ?? 'requests.xml',
		typeof form === 'string' ? new TextEncoder().encode(form) : form,
		{ type: FORM, ...details }
	);

/** Any other call. */
export const call = (method: string, path: string): Sketch =>
	sketch(method, path, new Uint8Array(), {});

/** The end of a client that exited with a status, in seconds. */
export const exited = (code: number, at = 1): Ending => ({
	at: at * 1000,
	code,
	signal: null,
	timedOut: false
});

/** The end of a client that was stopped because its time was up. */
export const stopped = (at: number): Ending => ({
	at: at * 1000,
	code: null,
	signal: 'SIGKILL',
	timedOut: true
});

/** An answer to a report or to a call about a token. */
export const tokenXml = (token: string, id = '') =>
	`<?xml version="1.0" encoding="utf-8"?>\n<service_requests>\n  <request>\n    ${id === '' ? '<service_request_id/>' : `<service_request_id>${id}</service_request_id>`}\n    <token>${token}</token>\n  </request>\n</service_requests>\n`;

/** An errors body. */
export const errorsXml = (...errors: [code: number, description: string][]) =>
	`<?xml version="1.0" encoding="utf-8"?>\n<errors>\n${errors.map(([code, description]) => `  <error>\n    <code>${code}</code>\n    <description>${description}</description>\n  </error>\n`).join('')}</errors>\n`;

/** A list of requests by their ids alone. */
export const listXml = (...ids: string[]) =>
	`<?xml version="1.0" encoding="utf-8"?>\n<service_requests>\n${ids.map((id) => `  <request>\n    <service_request_id>${id}</service_request_id>\n  </request>\n`).join('')}</service_requests>\n`;
