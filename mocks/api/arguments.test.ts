import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyArguments, queryArguments, toArguments } from './arguments';

const FORM = 'application/x-www-form-urlencoded';

async function posted(body: string | Uint8Array<ArrayBuffer>, type = FORM, query = '') {
	const request = new Request(`https://city.example/requests.xml${query}`, {
		method: 'POST',
		headers: { 'Content-Type': type },
		body: typeof body === 'string' ? new TextEncoder().encode(body) : body
	});
	const asked = await bodyArguments(request);
	if ('status' in asked) throw new Error(asked.description);
	return asked;
}

test('an argument that is empty or blank counts as not sent; the first value with text counts', () => {
	const asked = toArguments([
		['status', ''],
		['status', ' '],
		['status', ' open\n'],
		['status', 'closed']
	]);
	expect(asked.one('status')).toBe('open');
	expect(asked.one('Status')).toBe(null);
	expect(asked.one('constructor')).toBe(null);
	expect(asked.list('nothing')).toBe(null);
});

test('a list is split at commas, its entries trimmed and empty ones dropped', () => {
	const codes = queryArguments(
		'https://c.example/?service_code=CSROWC-05,CSROWBM-03,%20CSROSC-14,,30102,'
	).list('service_code');
	expect(codes).toEqual(['CSROWC-05', 'CSROWBM-03', 'CSROSC-14', '30102']);
	expect(queryArguments('https://c.example/?a=,').list('a')).toBeNull();
	expect(queryArguments('https://c.example/?a=1,2&a=3').list('a')).toEqual(['1', '2', '3']);
});

test.each([
	['single', 'attribute[C]=a', ['a']],
	['with empty brackets', 'attribute[C][]=a&attribute[C][]=b', ['a', 'b']],
	['numbered', 'attribute[C][0]=a&attribute[C][1]=b', ['a', 'b']],
	['repeated', 'attribute[C]=a&attribute[C]=b', ['a', 'b']],
	['percent-encoded', 'attribute%5BC%5D%5B%5D=a&attribute%5BC%5D%5B0%5D=b', ['a', 'b']]
])('attributes are read in the spelling that is %s', async (_, body, values) => {
	expect([...(await posted(`${body}&attribute[D]=&attribute=x`)).attributes()]).toEqual([
		['C', values]
	]);
});

test('a form is UTF-8, with + for a space', async () => {
	const asked = await posted('description=Nid-de-poule+%C3%A0+c%C3%B4t%C3%A9+1%2B1&address=Été');
	expect(asked.one('description')).toBe('Nid-de-poule à côté 1+1');
	expect(asked.one('address')).toBe('Été');
});

test('a form that is not UTF-8 is refused, naming the argument', async () => {
	await expect(posted('a=1&description=%E9t%E9')).rejects.toThrow('description is not UTF-8');
	expect((await posted('description=%EF%BF%BD')).one('description')).toBe('\ufffd');
});

test.each([
	[FORM],
	[`${FORM}; charset=utf-8`],
	[`${FORM.toUpperCase()};charset=UTF-8`],
	['text/plain;charset=UTF-8']
])('a body of type %s is a form', async (type) => {
	expect((await posted('lat=43.6', type)).one('lat')).toBe('43.6');
});

test('a body without a type is a form', async () => {
	const body = new TextEncoder().encode('lat=43.6');
	const asked = await bodyArguments(new Request('https://c.example/', { method: 'POST', body }));
	expect('status' in asked ? asked : asked.one('lat')).toBe('43.6');
});

test.each(['application/json', 'text/xml', 'application/octet-stream'])(
	'a body of type %s is refused',
	async (type) => {
		await expect(posted('{}', type)).rejects.toThrow(`type ${type} is not understood`);
	}
);

test('only jurisdiction_id and api_key are also read from the query, after the body', async () => {
	const query = '?jurisdiction_id=toronto.ca&api_key=INVALID&lat=43.6';
	const asked = await posted('api_key=mine', FORM, query);
	expect(asked.one('jurisdiction_id')).toBe('toronto.ca');
	expect(asked.one('api_key')).toBe('mine');
	expect(asked.one('lat')).toBe(null);
});

test('a multipart body has the same arguments, and names its files', async () => {
	const body = [
		'--x',
		'Content-Disposition: form-data; name="attribute[C][]"',
		'',
		'é',
		'--x',
		'Content-Disposition: form-data; name="media"; filename="a.jpg"',
		'',
		'bytes',
		'--x--'
	].join('\r\n');
	const asked = await posted(body, 'multipart/form-data; boundary=x', '?jurisdiction_id=t');
	expect([...asked.attributes()]).toEqual([['C', ['é']]]);
	expect(asked.files).toEqual(['media']);
	expect(asked.one('jurisdiction_id')).toBe('t');
});

test('a percent sign alone harms no letter beside it', async () => {
	expect((await posted('address=Été+100%&description=5%é')).one('address')).toBe('Été 100%');
});

test('any form in ASCII is read as the standard of URLs says', async () => {
	const text = fc.oneof(
		fc.string(),
		fc.constantFrom('%', '%4', '%41', '%zz', '%%', '+', '=', '&', '%C3%A9', ';', '%0A')
	);
	await fc.assert(
		fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (texts) => {
			const body = `x=1&${texts.join('')}`;
			if (`${new URLSearchParams(body)}`.includes('%EF%BF%BD')) {
				await expect(posted(body)).rejects.toThrow('is not UTF-8');
				return;
			}
			const asked = await posted(body);
			for (const name of new URLSearchParams(body).keys()) {
				const values = new URLSearchParams(body).getAll(name).map((value) => value.trim());
				expect(asked.all(name)).toEqual(values.filter((value) => value !== ''));
			}
		})
	);
	expect((await posted('\ufeffaddress=a')).one('address')).toBe('a');
});
