// A small client of GeoReport v2 (https://wiki.open311.org/GeoReport_v2/) without dependencies, for
// Node 20 and newer: an example to begin your own from. It does one task and prints the result:
//
//   OPEN311_ENDPOINT=http://127.0.0.1:3110/open311test/ws/ OPEN311_JURISDICTION=toronto.ca \
//   OPEN311_TASK='{"do":"show","service_request_id":"101000000001"}' node client.mjs
//
// OPEN311_DISCOVERY, the URL of a discovery document, goes before OPEN311_ENDPOINT. OPEN311_FORMAT is
// xml (the default) or json; OPEN311_API_KEY is the key for reports, where the city wants one;
// OPEN311_RESULT names a file for the result.
import { writeFile } from 'node:fs/promises';

const { env } = process;
const FORMAT = env.OPEN311_FORMAT === 'json' ? 'json' : 'xml';

const TIMEOUT = 20_000; // of one call, in milliseconds
const LONGEST_PAUSE = 60_000; // that a busy server may ask for
const TRIES = 4; // of one call that gets no answer
const POLLS = 6; // of one token
const LONGEST_SPAN = 90 * 24 * 60 * 60 * 1000; // of GET Service Requests

const sleep = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** The server refused the call, for the reasons in `errors`: to send the same again is no use. */
class Refused extends Error {}

/** No answer came, or none that can be read; `pause` is how long the server asked to wait. */
class Unanswered extends Error {}

let endpoint;

const urlOf = (...path) => new URL(`${path.map(encodeURIComponent).join('/')}.${FORMAT}`, endpoint);

/** Asks a method that only reads. `root` is the outermost element of the answer. */
function get(root, url, query = {}) {
	if (env.OPEN311_JURISDICTION) url.searchParams.set('jurisdiction_id', env.OPEN311_JURISDICTION);
	for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
	return send(root, url);
}

/**
 * Sends a call, and again if no answer came: a GET always, since it changes nothing; a report only if
 * the server said when to come back, since otherwise it may have arrived.
 */
async function send(root, url, form) {
	for (let attempt = 1; ; attempt++) {
		try {
			return await sendOnce(root, url, form);
		} catch (error) {
			const mayRepeat = error instanceof Unanswered && (!form || error.pause !== undefined);
			if (!mayRepeat || attempt === TRIES) throw error;
			await sleep(error.pause ?? attempt * 1000);
		}
	}
}

async function sendOnce(root, url, form) {
	const isJson = url.pathname.endsWith('.json');
	const accept = isJson ? 'application/json' : 'text/xml, application/xml';
	const headers = { Accept: accept, 'User-Agent': 'example-georeport-client/1.0' };
	// A form is URLSearchParams: fetch encodes it in UTF-8 and adds its Content-Type.
	const request = { method: form ? 'POST' : 'GET', headers, body: form };
	let response, body;
	try {
		response = await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT) });
		body = await response.text();
	} catch (error) {
		throw new Unanswered(`No answer from ${url.host}: ${error.cause?.message ?? error.message}.`);
	}
	const { ok, status } = response;
	if (status === 429 || status >= 500) {
		const busy = new Unanswered(`${url.host} answered with status ${status}.`);
		throw Object.assign(busy, { pause: pauseOf(response) });
	}
	const read = isJson ? readJson : readXml;
	try {
		if (ok) return read(root, body);
		throw Object.assign(new Refused(), { errors: read('errors', body) });
	} catch (error) {
		if (error instanceof Refused) throw error;
		const words = `${url.host} answered with status ${status} and a body that cannot be read`;
		throw new (ok ? Unanswered : Error)(`${words}: ${error.message}`);
	}
}

/** Retry-After holds seconds or a date (RFC 9110, 10.2.3); returns milliseconds, or undefined. */
function pauseOf(response) {
	const after = response.headers.get('Retry-After') ?? '';
	const pause = /^\d+$/.test(after) ? Number(after) * 1000 : Date.parse(after) - Date.now();
	return pause >= 0 && pause <= LONGEST_PAUSE ? pause : undefined;
}

/** Finds the city's endpoint in its discovery document, rather one for tests. */
async function discover(address) {
	const { endpoints } = await send('discovery', new URL(address));
	const usable = endpoints.filter(({ specification }) => /GeoReport_v2/i.test(specification));
	const chosen = usable.find(({ type }) => text(type) === 'test') ?? usable[0];
	if (!chosen) throw new Error(`${address} names no endpoint of GeoReport v2.`);
	return text(chosen.url);
}

/** The elements that hold a list: one item in XML is a list too. */
const LISTS = 'endpoints formats services attributes values service_requests errors'.split(' ');

/** Some cities wrap a list in its name as XML does, and some print one item without its list. */
function readJson(root, body) {
	const value = JSON.parse(body);
	const content = value?.[root] ?? value;
	if (typeof content !== 'object' || content === null) throw new Error('It is no object or list.');
	return LISTS.includes(root) ? [content].flat() : content;
}

/** Returns what JSON would have for an element: a list, an object, or text. */
function valueOf({ name, children, content }) {
	if (LISTS.includes(name)) return children.map(valueOf);
	if (children.length === 0) return content;
	return Object.fromEntries(children.map((child) => [child.name, valueOf(child)]));
}

/** What is passed over; CDATA; a tag with its slash, name, attributes and slash; plain text. */
const XML_TOKEN =
	/<!--[^]*?-->|<\?[^]*?\?>|<!DOCTYPE[^<>]*>|<!\[CDATA\[([^]*?)\]\]>|<(\/?)([^\s<>/!?]+)(?:"[^"]*"|'[^']*'|[^<>"'])*?(\/?)>|([^<]+)/gy;

/**
 * Enough of XML for GeoReport v2, in UTF-8. It ignores attributes and namespaces, and knows no
 * entities but XML's own five: for other documents take a real parser.
 */
function readXml(root, body) {
	const top = { name: '', children: [], content: '' };
	const open = [top];
	let length = 0;
	for (const [token, cdata, end, name, empty, plain] of body.matchAll(XML_TOKEN)) {
		length += token.length;
		const parent = open.at(-1);
		if (cdata ?? plain) parent.content += cdata ?? unescape(plain);
		else if (end && name !== parent.name) throw new Error(`</${name}> ends nothing.`);
		else if (end) open.pop();
		else if (name) {
			const element = { name, children: [], content: '' };
			parent.children.push(element);
			if (!empty) open.push(element);
		}
	}
	const isWhole = length === body.length && open.length === 1 && top.children[0]?.name === root;
	if (!isWhole) throw new Error(`It is no <${root}>, or cut off.`);
	return valueOf(top.children[0]);
}

const ENTITIES = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

const unescape = (escaped) =>
	escaped.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (reference, decimal, hex, name) => {
		if (name) return ENTITIES.get(name) ?? reference;
		return String.fromCodePoint(decimal ? Number(decimal) : parseInt(hex, 16));
	});

/** A value as text, also an id or code that JSON has as a number; null for an empty one. */
const text = (value) => String(value ?? '').trim() || null;

const number = (value) => (text(value) === null ? null : Number(value));

const isTrue = (value) => text(value)?.toLowerCase() === 'true';

/** What we want of a service request; fields that we do not know are passed over. */
const summaryOf = (request) => ({
	service_request_id: text(request.service_request_id),
	status: text(request.status),
	requested: text(request.requested_datetime),
	lat: number(request.lat),
	long: number(request.long),
	description: text(request.description)
});

/** Finds a service by the name that people know: codes differ from city to city. */
async function serviceNamed(name) {
	const { services } = await TASKS.services();
	const service = services.find(({ service_name }) => service_name === name);
	if (!service) throw new Error(`The city has no service named ${name}.`);
	return service;
}

/** Adds answers to a report: under the code of the question, with the key of a value. */
function addAnswers(form, attributes, answers) {
	for (const { code, description, required, datatype, values } of attributes) {
		const given = [answers[text(description)] ?? []].flat();
		if (isTrue(required) && given.length === 0) throw new Error(`Not answered: ${description}`);
		const name =
			datatype === 'multivaluelist' ? `attribute[${text(code)}][]` : `attribute[${text(code)}]`;
		for (const answer of given) {
			const value = [values ?? []].flat().find((each) => text(each.name) === answer);
			form.append(name, value ? text(value.key) : answer);
		}
	}
}

/**
 * Sends a report. Where the answer is lost the report may have arrived, so that it is not sent again
 * but looked for in the list.
 */
async function sendReport(form) {
	try {
		return (await send('service_requests', urlOf('requests'), form))[0];
	} catch (error) {
		if (!(error instanceof Unanswered)) throw error;
		const query = { service_code: form.get('service_code') };
		const rows = await get('service_requests', urlOf('requests'), query);
		const sent = summaryOf(Object.fromEntries(form));
		const isSent = ({ lat, long, description }) =>
			description?.replace(/\r\n?/g, '\n') === sent.description &&
			(sent.lat === null || Math.hypot(lat - sent.lat, long - sent.long) < 0.0001);
		const found = rows.map(summaryOf).find(isSent);
		if (!found) throw new Error('The answer was lost; the report is not listed.', { cause: error });
		return found;
	}
}

/** Asks for the id that a token stands for, less and less often; null if it has none yet. */
async function idOf(token) {
	for (let poll = 0; poll < POLLS; poll++) {
		await sleep(poll * 1000);
		const [answer] = await get('service_requests', urlOf('tokens', token));
		const id = text(answer?.service_request_id);
		if (id) return id;
	}
	return null;
}

const TASKS = {
	async services() {
		const services = (await get('services', urlOf('services'))).map((service) => ({
			service_code: text(service.service_code),
			service_name: text(service.service_name),
			metadata: isTrue(service.metadata)
		}));
		return { services };
	},

	async report({ service_name, answers, do: _, ...fields }) {
		const { service_code, metadata } = await serviceNamed(service_name);
		// All of it goes into the body, since URLs end up in logs and some of it is private.
		const form = new URLSearchParams({ service_code, ...fields });
		if (env.OPEN311_JURISDICTION) form.set('jurisdiction_id', env.OPEN311_JURISDICTION);
		if (env.OPEN311_API_KEY) form.set('api_key', env.OPEN311_API_KEY);
		if (metadata) {
			const definition = await get('service_definition', urlOf('services', service_code));
			addAnswers(form, definition.attributes, answers ?? {});
		}
		// The city answers with an id, or with a token that stands for one.
		const answer = await sendReport(form);
		const token = text(answer.token);
		const id = token ? await idOf(token) : text(answer.service_request_id);
		return { token, service_request_id: id };
	},

	async follow({ token }) {
		const id = await idOf(token);
		if (id === null) throw new Error(`Token ${token} has no id yet.`);
		const { request } = await TASKS.show({ service_request_id: id });
		return { service_request_id: id, status: request.status };
	},

	async list({ status, service_name, from, to }) {
		const query = status ? { status } : {};
		if (service_name) query.service_code = (await serviceNamed(service_name)).service_code;
		const found = new Map();
		const last = Date.parse(to);
		for (let start = Date.parse(from); start < last; start += LONGEST_SPAN) {
			query.start_date = new Date(start).toISOString();
			query.end_date = new Date(Math.min(start + LONGEST_SPAN, last)).toISOString();
			const rows = await get('service_requests', urlOf('requests'), query);
			// By id, since a request at the end of one span is in the next one too.
			for (const row of rows.map(summaryOf)) found.set(row.service_request_id, row);
		}
		found.delete(null); // Some cities list requests that have no id yet.
		return { requests: [...found.values()] };
	},

	async show({ service_request_id }) {
		const [request] = await get('service_requests', urlOf('requests', service_request_id));
		return { request: summaryOf(request) };
	}
};

/** Does a task. What went wrong is a result too. */
async function perform(task) {
	try {
		endpoint = env.OPEN311_DISCOVERY ? await discover(env.OPEN311_DISCOVERY) : env.OPEN311_ENDPOINT;
		if (!endpoint.endsWith('/')) endpoint += '/';
		return await TASKS[task.do](task);
	} catch (error) {
		if (!(error instanceof Refused)) return { error: error.message };
		const errorOf = (each) => ({ code: text(each.code), description: text(each.description) });
		return { refused: error.errors.map(errorOf) };
	}
}

const task = JSON.parse(env.OPEN311_TASK ?? '{"do":"services"}');
const result = JSON.stringify(await perform(task), null, '\t');
if (env.OPEN311_RESULT) await writeFile(env.OPEN311_RESULT, result);
else console.log(result);
