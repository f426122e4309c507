import type { Open311Parts } from './api';

/** An argument whose own name begins with ~ gets another one in front, as in every link. */
const argumentName = (name: string) =>
	name.replace(/^~/, '~~').split('~').map(encodeURIComponent).join('~');

/**
 * The permalink, from # on, of a request in parts, or out of a link that may be a whole address
 * or lack the #.
 * Nothing is checked here: the embed reads every link as a stranger's.
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
