// The OpenAPI 3.1 description of the API (https://spec.openapis.org/oas/v3.1.1), made from the same
// table of methods as the forms.
import { errorsOf } from '../georeport/errors.ts';
import { METHODS, type ApiMethod, type MethodName } from '../georeport/methods.ts';
import { PURPOSES } from '../georeport/purposes.ts';
import { parametersOf, reportSchemas } from './arguments.ts';
import { linksOf } from './links.ts';
import { OPERATIONS } from './operations.ts';
import { ANSWERS, ref, SCHEMAS, type Json, type JsonObject } from './schemas.ts';

/** A base URL without a slash at the end; a relative one is relative to the description. */
export interface DescribedServer {
	url: string;
	description: string;
	/** The base of `/discovery.{format}` if that is not `url`. */
	discoveryUrl?: string;
}

/** The tags of the description, which group the methods. */
const TAGS = {
	Services: 'Where the endpoints are, what can be reported, and what is asked of a report.',
	Reports: 'Reporting a problem, and following the report by its token.',
	Requests: 'Reported problems with their status and place.'
} as const;

const TAG_OF: Readonly<Record<MethodName, keyof typeof TAGS>> = {
	discovery: 'Services',
	services: 'Services',
	definition: 'Services',
	submit: 'Reports',
	token: 'Reports',
	requests: 'Requests',
	request: 'Requests'
};

const ERROR_RESPONSES = { 400: 'BadRequest', 403: 'Forbidden', 404: 'NotFound' } as const;

const ABOUT = `An unofficial description of the Open311 GeoReport v2 API as 311 Toronto offered it from 2012 to 2018, for the mock-up of the Toronto Open311 Playground. It is not affiliated with the City of Toronto, and no server of the City answers it.

Two dialects of one city:

- **standard** (\`georeport/v2\`) keeps to the letter of the specification; \`jurisdiction_id\` may be left out.
- **toronto** (\`open311test/ws\`) answers as the City's server was seen to: \`jurisdiction_id=toronto.ca\` is required, JSON of GET Service Requests and GET Service Request is wrapped in \`{"service_requests": […]}\`, codes and ids that are all digits are JSON numbers, and fields without a value are \`null\`. Its discovery document lies one level up, at \`open311test/discovery.xml\`.

XML is the format of the specification; JSON is optional there, and the City called its own not fully tested.

Invented: the reports, ids and tokens, the wording of errors, the discovery document and the service definitions. Real: the six services, their codes and names. What GeoReport v2 does not define is marked \`x-open311-extension\`.`;

const SPECIFICATION = 'https://wiki.open311.org/GeoReport_v2/';

const inBothFormats = (json: Json, xml: Json): JsonObject => ({
	'text/xml': { schema: xml },
	'application/json': { schema: json }
});

/** Toronto wraps service requests in JSON; XML is the same in both dialects. */
const answers = (schema: JsonObject, isWrapped: boolean) =>
	inBothFormats(
		isWrapped ? { anyOf: [schema, ref('schemas', 'WrappedServiceRequests')] } : schema,
		schema
	);

function responsesOf({ name }: ApiMethod): JsonObject {
	const answer = ANSWERS[name];
	return {
		200: {
			description: name === 'request' ? 'A list of the one service request.' : 'The answer.',
			content: answers(ref('schemas', answer), answer === 'ServiceRequests'),
			links: linksOf(name)
		},
		...Object.fromEntries(
			errorsOf(name).map(({ status, when }) => [
				status,
				{ ...ref('responses', ERROR_RESPONSES[status]), description: when.join(' ') }
			])
		)
	};
}

function operationOf(method: ApiMethod): JsonObject {
	return {
		operationId: OPERATIONS[method.name],
		tags: [TAG_OF[method.name]],
		summary: method.title,
		description: `${PURPOSES[method.name]} Specification: “${method.section}”.`,
		parameters: parametersOf(method),
		...(method.name === 'submit' ? { requestBody: ref('requestBodies', 'Report') } : {}),
		responses: responsesOf(method)
	};
}

const errors = (description: string): JsonObject => ({
	description,
	content: inBothFormats(ref('schemas', 'Errors'), ref('schemas', 'Errors'))
});

const COMPONENTS: JsonObject = {
	parameters: {
		format: {
			name: 'format',
			in: 'path',
			required: true,
			description: 'The format of the answer: the end of the path, after its dot.',
			schema: { type: 'string', enum: ['xml', 'json'], default: 'xml' },
			example: 'xml'
		}
	},
	requestBodies: {
		Report: {
			description:
				'One report, in UTF-8. Its place is lat and long together, or address_string, or address_id.',
			required: true,
			content: { 'application/x-www-form-urlencoded': { schema: ref('schemas', 'Report') } }
		}
	},
	responses: {
		BadRequest: errors('Something is missing or wrong; one error for each thing.'),
		Forbidden: errors('The api_key is missing or not valid. The mock-up wants none.'),
		NotFound: errors('The jurisdiction, service, token, service request or format is not known.')
	},
	schemas: { ...reportSchemas(), ...SCHEMAS }
};

/** Groups the methods by path; discovery can have servers of its own. */
function pathsOf(servers: readonly DescribedServer[]): JsonObject {
	const paths: Record<string, Record<string, Json>> = {};
	for (const method of METHODS) {
		const path = (paths[`/${method.path}`] ??= {});
		if (method.name === 'discovery' && servers.some(({ discoveryUrl }) => discoveryUrl)) {
			path.servers = servers.map(({ url, description, discoveryUrl }) => ({
				url: discoveryUrl ?? url,
				description
			}));
		}
		path[method.verb.toLowerCase()] = operationOf(method);
	}
	return paths;
}

/**
 * Returns the OpenAPI 3.1 document of all seven methods as plain JSON. The first server is the
 * default. The same options give the same document.
 */
export const toOpenApi = (options: {
	version: string;
	servers: readonly DescribedServer[];
}): JsonObject => ({
	openapi: '3.1.1',
	info: {
		title: 'Open311 GeoReport v2, as 311 Toronto spoke it (unofficial)',
		version: options.version,
		description: ABOUT,
		contact: { name: 'Toronto Open311 Playground (unofficial)' },
		license: { name: 'MIT', identifier: 'MIT' }
	},
	externalDocs: { description: 'GeoReport v2', url: SPECIFICATION },
	servers: options.servers.map(({ url, description }) => ({ url, description })),
	// A key, where a server wants one, is a field of the report: OpenAPI has no scheme for that.
	security: [],
	tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
	paths: pathsOf(options.servers),
	components: COMPONENTS
});
