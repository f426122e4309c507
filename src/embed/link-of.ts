import type { Open311Parts } from './api';

/** Encodes an argument's name; permalinks double a leading ~. */
const argumentName = (name: string) =>
	name.replace(/^~/, '~~').split('~').map(encodeURIComponent).join('~');

/**
 * Returns the permalink, from `#` on, of a request in parts or of a link, which can be a whole URL
 * or lack the `#`. Does not validate it: the embed treats every link as untrusted.
 */
export function linkOf(request: string | Open311Parts): string {
	if (typeof request === 'string') {
		const at = request.indexOf('#');
		return at >= 0 ? request.slice(at) : request && `#${request}`;
	}
	const { case: testCase, method = 'requests', format, values = {} } = request;
	const name = testCase === undefined ? method : `case/${encodeURIComponent(testCase)}`;
	const pairs = Object.entries(values).flatMap(([name, value]) =>
		[value].flat().map((text) => `${argumentName(name)}=${encodeURIComponent(text)}`)
	);
	const query = pairs.length > 0 ? `?${pairs.join('&')}` : '';
	return `#${name}${format === 'json' ? '.json' : ''}${query}`;
}
