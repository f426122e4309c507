// The controls of the mock-up, beside the API: they list, change and delete submitted reports.
import type { ParsedPreferences } from '../../src/georeport/preferences';
import { quote } from './answers';
import { BODY_BYTES, BODY_TOO_LARGE, lengthProblem } from './bounds';
import type { CityRequest } from '../city/city-request';
import type { City } from '../city/city';
import { clockAt } from '../city/clock';
import { NOTES, type StatusNote } from '../data/requests';
import { formatToronto, startOfMinute } from '../city/dates';
import { COMMON_HEADERS } from './respond';
import type { ControlRoute } from './routes';
import type { Submission } from '../store/store';

const json = (body: unknown, status = 200) =>
	new Response(JSON.stringify(body), {
		status,
		headers: { ...COMMON_HEADERS, 'Content-Type': 'application/json; charset=utf-8' }
	});

const nothing = () => new Response(null, { status: 204, headers: COMMON_HEADERS });

const problem = (status: number, description: string) =>
	json([{ code: status, description }], status);

const unknown = (id: string) =>
	problem(404, `No submission has the id ${quote(id)}. GET mock-up/submissions lists them.`);

/** Describes a submission with both its id and its token, whatever the dialect prints. */
function describe(row: CityRequest) {
	const { service_request_id, token, service_code, note, address, description, media_url } = row;
	return {
		service_request_id,
		token,
		service_code,
		note,
		...NOTES[note],
		requested_datetime: formatToronto(row.requested),
		updated_datetime: row.updated === null ? null : formatToronto(row.updated),
		expected_datetime: row.expected === null ? null : formatToronto(row.expected),
		assigned_datetime: formatToronto(row.assigned),
		address,
		description,
		media_url
	};
}

const isNote = (value: unknown): value is StatusNote =>
	typeof value === 'string' && Object.hasOwn(NOTES, value);

const isText = (value: unknown): value is string | null =>
	value === null || typeof value === 'string';

/** Parses a body as JSON; null for anything that is not JSON. */
function parseJson(bytes: ArrayBuffer): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}

/** Reads the changes in the body of a PATCH; returns a text if it is wrong, which says why. */
function changeOf(body: unknown): Partial<Submission> | string {
	if (typeof body !== 'object' || body === null || Array.isArray(body)) {
		return 'Send a JSON object with note, description or media_url.';
	}
	const change: Partial<Submission> = {};
	for (const [name, value] of Object.entries(body)) {
		if (name === 'note' && isNote(value)) Object.assign(change, { note: value, held: true });
		else if ((name === 'description' || name === 'media_url') && isText(value)) {
			const tooLong = lengthProblem(name, value);
			if (tooLong !== null) return tooLong;
			change[name] = value;
		} else if (name === 'note') {
			return `note must be one of ${Object.keys(NOTES).join(', ')}.`;
		} else {
			return `${quote(name)} cannot be changed so. Send note, or a text or null as description or media_url.`;
		}
	}
	return change;
}

/** A call of a control. */
export interface ControlCall {
	request: Request;
	/** The id in the path; empty where there is none. */
	id: string;
	preferences: ParsedPreferences;
}

/** The controls: GET and DELETE of all submissions, DELETE and PATCH of one by its id. */
export const CONTROLS: Readonly<
	Record<ControlRoute['control'], (city: City, call: ControlCall) => Promise<Response>>
> = {
	async list(city, { preferences }) {
		const submitted = await cityAt(city, preferences).submitted();
		return json(submitted.map(describe));
	},
	async reset(city) {
		await city.reset();
		return nothing();
	},
	async forget(city, { id }) {
		return (await city.forget(id)) ? nothing() : unknown(id);
	},
	async change(city, { request, id, preferences }) {
		const bytes = await request.arrayBuffer();
		if (bytes.byteLength > BODY_BYTES) return problem(413, BODY_TOO_LARGE);
		const change = changeOf(parseJson(bytes));
		if (typeof change === 'string') return problem(400, change);
		const updated = startOfMinute(cityAt(city, preferences).now());
		return (await city.change(id, { ...change, updated })) ? nothing() : unknown(id);
	}
};

const cityAt = (city: City, { clock }: ParsedPreferences) => city.at(clockAt(clock, city.now()));
