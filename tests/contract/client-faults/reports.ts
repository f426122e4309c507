// Mistakes in what a report holds.
import { definitionOf } from '../../../mocks/data/definitions';
import { SERVICES } from '../../../mocks/data/services';
import { fault, type ClientFault } from './fault';

const CODES = JSON.stringify(
	Object.fromEntries(SERVICES.map(({ service_name, service_code }) => [service_name, service_code]))
);
const QUESTIONS = JSON.stringify(
	Object.fromEntries(SERVICES.map(({ service_code }) => [service_code, definitionOf(service_code)]))
);
const FORM = 'const form = new URLSearchParams({ service_code, ...fields });';
const APPENDED = 'form.append(name, value ? text(value.key) : answer);';
const withForm = (statement: string): ClientFault['change'] => [FORM, `${FORM} ${statement}`];

/** Mistakes in what a report holds. */
export const REPORT_FAULTS: readonly ClientFault[] = [
	fault(
		'text-intact',
		'escapes text as for HTML',
		['report-simple', 'report-address'],
		withForm("form.set('description', fields.description.replaceAll('&', '&amp;'));")
	),
	fault(
		'text-intact',
		'loses what is not of the first plane',
		['report-simple'],
		withForm("form.set('description', fields.description.replace(/[^\\0-\\uffff]/gu, '?'));")
	),
	fault(
		'text-intact',
		'joins the lines',
		['report-simple'],
		withForm("form.set('description', fields.description.replaceAll('\\n', ' '));")
	),
	fault(
		'text-intact',
		'encodes text twice',
		['report-simple', 'report-address'],
		withForm("form.set('description', encodeURIComponent(fields.description));")
	),
	fault(
		'location-complete',
		'sends one coordinate',
		['report-simple'],
		withForm("form.delete('long');")
	),
	fault(
		'location-complete',
		'rounds coordinates',
		['report-simple'],
		withForm("if (fields.lat) form.set('lat', fields.lat.toFixed(2));")
	),
	fault(
		'location-complete',
		'swaps coordinates',
		['report-simple'],
		withForm("if (fields.lat) { form.set('lat', fields.long); form.set('long', fields.lat); }")
	),
	fault(
		'location-complete',
		'cuts the address at a special character',
		['report-address'],
		withForm(
			"if (fields.address_string) form.set('address_string', fields.address_string.split('&')[0]);"
		)
	),
	fault(
		'service-from-list',
		'knows the codes by heart',
		['report-simple'],
		[
			'const { services } = await TASKS.services();',
			`const services = Object.entries(${CODES}).map(([service_name, service_code]) => ({ service_name, service_code, metadata: service_code !== 'SWLMALB-02' }));`
		]
	),
	fault(
		'no-needless-definition',
		'always asks for a definition',
		['report-simple'],
		['if (metadata) {', '{']
	),
	fault(
		'definition-first',
		'knows the questions by heart',
		['report-questions'],
		[
			"const definition = await get('service_definition', urlOf('services', service_code));",
			`const definition = ${QUESTIONS}[service_code];`
		]
	),
	fault(
		'required-answered',
		'leaves out a required answer',
		['report-questions'],
		[APPENDED, `if (code !== 'POTSIZE') ${APPENDED}`]
	),
	fault(
		'keys-not-names',
		'sends the names of values',
		['report-questions'],
		['value ? text(value.key) : answer', 'value ? text(value.name) : answer']
	),
	fault(
		'keys-not-names',
		'names a question by its text',
		['report-questions'],
		[APPENDED, APPENDED.replace('(name,', '(name.replace(code, description),')]
	),
	fault(
		'several-values',
		'joins several values with commas',
		['report-questions'],
		[
			APPENDED,
			"form.set(name.replace('[]', ''), [form.get(name.replace('[]', '')), value ? text(value.key) : answer].filter(Boolean).join(','));"
		]
	),
	fault(
		'several-values',
		'sends the last of several values',
		['report-questions'],
		[APPENDED, APPENDED.replace('append', 'set')]
	),
	fault(
		'private-in-body',
		'leaves out the last name',
		['report-private'],
		withForm("form.delete('last_name');")
	),
	fault(
		'photo-as-url',
		'forgets the photo',
		['report-private'],
		withForm("form.delete('media_url');")
	),
	fault(
		'no-second-report',
		'sends a report again blindly',
		['lost-answer'],
		['(!form || error.pause !== undefined)', 'true']
	),
	fault(
		'not-repeated',
		'repeats what was refused',
		['refused', 'needs-key', 'gone'],
		[
			'error instanceof Unanswered && (!form || error.pause !== undefined)',
			'error instanceof Refused || !form'
		]
	)
];
