// The mock-up's own controls, beside the API: what was submitted, to see, change and forget.
import { http, type HttpHandler } from 'msw';
import { quote } from './answers';
import { BODY_BYTES, BODY_TOO_LARGE, lengthProblem } from './bounds';
import type { CityRequest } from '../city/city-request';
import type { City } from '../city/city';
import { NOTES, type Note } from '../data/requests';
import { formatToronto, startOfMinute } from '../city/dates';
import { wishesOf } from './preferences';
import { COMMON_HEADERS } from './respond';
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

/** A submission as the controls tell it: with both its names, whatever the dialect would say. */
function told(row: CityRequest) {
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

const isNote = (value: unknown): value is Note =>
	typeof value === 'string' && Object.hasOwn(NOTES, value);

const isText = (value: unknown): value is string | null =>
	value === null || typeof value === 'string';

function jsonOf(bytes: ArrayBuffer): unknown {
	try {
		return JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}

/** What a PATCH asks to change, or what is wrong with it. */
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

/** Handlers for `mock-up/submissions`: GET and DELETE of all, PATCH and DELETE of one by its id. */
export function controlHandlers(city: City): HttpHandler[] {
	const there = (request: Request) =>
		city.at(wishesOf(request.headers.get('Prefer')).clock(city.now()));
	return [
		http.get('*/mock-up/submissions', async ({ request }) =>
			json((await there(request).submitted()).map(told))
		),
		http.delete('*/mock-up/submissions', async () => {
			await city.reset();
			return nothing();
		}),
		http.delete('*/mock-up/submissions/:id', async ({ params }) => {
			const id = String(params.id);
			return (await city.forget(id)) ? nothing() : unknown(id);
		}),
		http.patch('*/mock-up/submissions/:id', async ({ request, params }) => {
			const bytes = await request.arrayBuffer();
			if (bytes.byteLength > BODY_BYTES) return problem(413, BODY_TOO_LARGE);
			const change = changeOf(jsonOf(bytes));
			if (typeof change === 'string') return problem(400, change);
			const updated = startOfMinute(there(request).now());
			const id = String(params.id);
			return (await city.change(id, { ...change, updated })) ? nothing() : unknown(id);
		})
	];
}
