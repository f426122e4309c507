// What can follow an answer as OpenAPI writes it: https://spec.openapis.org/oas/v3.1.1#link-object.
import { CARRIED, linksFrom, type LinkValue, type MethodLink } from '../georeport/links.ts';
import type { Argument } from '../georeport/argument.ts';
import { methodOf, type MethodName } from '../georeport/methods.ts';
import { OPERATIONS } from './operations.ts';
import { ANSWERS, SCHEMAS, type JsonObject } from './schemas.ts';

/** How a runtime expression names the places of a request's arguments. */
const IN_REQUEST: Readonly<Record<Argument['place'], string>> = {
	path: '$request.path.',
	query: '$request.query.',
	body: '$request.body#/'
};

const argumentOf = (method: MethodName, name: string) =>
	methodOf(method).arguments.find((argument) => argument.name === name);

const isList = (method: MethodName) => 'items' in (SCHEMAS[ANSWERS[method]] as JsonObject);

/** A value as a runtime expression on the answer of a method and its request, or as itself. */
function expressionOf(value: LinkValue, from: MethodName): string {
	if ('constant' in value) return value.constant;
	if ('field' in value) return `$response.body#/${isList(from) ? '0/' : ''}${value.field}`;
	const place = argumentOf(from, value.argument)?.place ?? 'query';
	return `${IN_REQUEST[place]}${value.argument}`;
}

/** What a pointer into an answer takes for granted, in words. */
function pointerNote(from: MethodName): string {
	const first =
		from === 'services' || from === 'requests'
			? ' The pointer takes the first of the list, number 0.'
			: '';
	// Toronto prints these one level deeper than the specification.
	const wrapped =
		ANSWERS[from] === 'ServiceRequests'
			? ' In the toronto dialect it begins with /service_requests.'
			: '';
	return first + wrapped;
}

function linkOf({ to, values, description }: MethodLink, from: MethodName): JsonObject {
	const target = to === 'same' ? from : to;
	const carried: LinkValue[] = argumentOf(from, CARRIED) ? [{ argument: CARRIED }] : [];
	const all = [...carried.map((value) => [CARRIED, value] as const), ...Object.entries(values)];
	const filled = all.map(([name, value]) => [name, expressionOf(value, from)] as const);
	const isBody = ([name]: readonly [string, string]) => argumentOf(target, name)?.place === 'body';
	const pointed = Object.values(values).some((value) => 'field' in value);
	return {
		operationId: OPERATIONS[target],
		description: pointed ? description + pointerNote(from) : description,
		parameters: {
			format: `${IN_REQUEST.path}format`,
			...Object.fromEntries(filled.filter((each) => !isBody(each)))
		},
		...(filled.some(isBody) ? { requestBody: Object.fromEntries(filled.filter(isBody)) } : {})
	};
}

/**
 * The `links` of a method's answer, by name. Left out are those that keep every value of the request:
 * an expression on an argument that was not sent has no value.
 */
export const linksOf = (name: MethodName): JsonObject =>
	Object.fromEntries(
		[...linksFrom(name, 'answer'), ...linksFrom(name, 'record')]
			.filter(({ keeps }) => !keeps)
			.map((link) => [link.name, linkOf(link, name)])
	);
