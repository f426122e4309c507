// Makes large answers from the mock-up's own: the same records repeated, with other ids and
// locations.
import { createMockUp } from '../../mocks/hosts/mock-up.ts';

/** The records fill a square over the city, on a grid that looks random. */
const [SOUTH, WEST, SIDE] = [43.65, -79.55, 0.17];

const placeOf = (at: number) => ({
	lat: SOUTH + ((at * 0.618_034) % 1) * SIDE * 0.7,
	long: WEST + ((at * 0.754_877) % 1) * SIDE * 2
});

const idOf = (at: number) => String(200_000_000_000 + at);

/** The id of the first record of every answer, which a viewer must show. */
export const FIRST_ID = idOf(0);

async function seeds(format: 'xml' | 'json'): Promise<string> {
	const mockUp = await createMockUp();
	const url = `http://localhost/open311test/ws/requests.${format}?jurisdiction_id=toronto.ca`;
	return (await mockUp.answer(new Request(url))).text();
}

/** Resolves to an answer to GET Service Requests with so many records, in Toronto's dialect. */
export async function answerOf(format: 'xml' | 'json', count: number): Promise<string> {
	const text = await seeds(format);
	if (format === 'json') {
		const { service_requests: records } = JSON.parse(text) as { service_requests: object[] };
		const many = Array.from({ length: count }, (_, at) => ({
			...records[at % records.length],
			service_request_id: Number(idOf(at)),
			...placeOf(at)
		}));
		return JSON.stringify({ service_requests: many });
	}
	const records = text.match(/<request>[\s\S]*?<\/request>/g) ?? [];
	const many = Array.from({ length: count }, (_, at) => {
		const { lat, long } = placeOf(at);
		return (records[at % records.length] ?? '')
			.replace(/<service_request_id>[^<]*/, `<service_request_id>${idOf(at)}`)
			.replace(/<lat(\/>|>[^<]*<\/lat>)/, `<lat>${lat}</lat>`)
			.replace(/<long(\/>|>[^<]*<\/long>)/, `<long>${long}</long>`);
	});
	return `<?xml version="1.0" encoding="utf-8"?><service_requests>${many.join('')}</service_requests>`;
}
