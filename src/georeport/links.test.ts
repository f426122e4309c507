import { describe, expect, test } from 'vitest';
import { CARRIED, LINKS, linksFrom, type LinkValue, type MethodLink } from './links';
import { METHODS, methodOf } from './methods';

const valueText = (value: LinkValue) =>
	'field' in value
		? `.${value.field}`
		: 'argument' in value
			? `?${value.argument}`
			: `"${value.constant}"`;

/** A link in one line: `.` is a field of the answer, `?` an argument of its request. */
function lineOf({ name, from, to, values, keeps }: MethodLink): string {
	const { methods, part, status } = from;
	const when = [
		...(from.with ? [`with ${from.with}`] : []),
		...(from.without ? [`without ${from.without}`] : []),
		...(status ? [String(status)] : [])
	];
	const filled = Object.entries(values).map(([wire, value]) => `${wire}=${valueText(value)}`);
	const origin = [methods.join('|'), part, ...when].join(' ');
	return `${origin} -${name}-> ${[to, ...filled, ...(keeps ? ['…'] : [])].join(' ')}`;
}

const EVERY = 'discovery|services|definition|submit|token|requests|request';

// GeoReport v2: what an answer gives is what the next call takes, under the same name.
test('the table of links', () => {
	expect(LINKS.map(lineOf)).toEqual([
		'discovery answer -services-> services',
		'services record with metadata -definition-> definition service_code=.service_code',
		'services record -report-> submit service_code=.service_code',
		'services record -list-> requests service_code=.service_code',
		'definition record -report-> submit service_code=?service_code',
		'definition record -list-> requests service_code=?service_code',
		'submit record with token -id-> token token=.token',
		'submit record -request-> request service_request_id=.service_request_id',
		'submit record -open-> requests service_code=?service_code status="open"',
		'submit record -report-> submit service_code=?service_code',
		'token record -request-> request service_request_id=.service_request_id',
		'token record without service_request_id -again-> token token=?token',
		'requests answer -open-> requests status="open" …',
		'requests record -request-> request service_request_id=.service_request_id',
		'requests|request record -definition-> definition service_code=.service_code',
		'requests|request record -reportHere-> submit service_code=.service_code lat=.lat long=.long',
		'requests|request record without lat -reportAtAddress-> submit service_code=.service_code address_string=.address',
		'requests|request record -othersNear-> requests lat=.lat long=.long radius="1000"',
		'requests|request record -othersLike-> requests service_code=.service_code',
		`${EVERY} refusal -fields-> same …`,
		'definition|submit refusal 404 -services-> services',
		'request refusal 404 -ids-> requests'
	]);
});

describe('every link', () => {
	test.each(LINKS.map((link) => [lineOf(link), link] as const))('%s', (_, link) => {
		const { from, to, values, description } = link;
		expect(description).toMatch(/^[A-Z].*\.$/);
		for (const method of from.methods) {
			const target = methodOf(to === 'same' ? method : to).arguments.map(({ name }) => name);
			expect(target).toEqual(expect.arrayContaining(Object.keys(values)));
			if (to !== 'same') expect(target).toContain(CARRIED);
			const own = methodOf(method).arguments.map(({ name }) => name);
			for (const value of Object.values(values)) {
				if ('argument' in value) expect(own).toContain(value.argument);
			}
		}
	});

	test.each(METHODS.map(({ name }) => name))('%s has no two links of one name', (method) => {
		const links = [...linksFrom(method, 'answer'), ...linksFrom(method, 'record')];
		const names = links.map(({ name, from }) => `${name} ${from.part}`);
		expect(new Set(names).size).toBe(names.length);
		expect(links.length).toBeGreaterThan(0);
		expect(linksFrom(method, 'refusal')[0]?.name).toBe('fields');
	});
});
