// The questions of each service ("GET Service Definition"). They are invented: of Toronto's it is
// only known that the litter bin has none. Together they use every datatype of the specification.
import type { Attribute, AttributeValue, ServiceDefinition } from '../../src/georeport/types';

type Question = Omit<Attribute, 'order'>;

const list = (...pairs: [key: string, name: string][]): AttributeValue[] =>
	pairs.map(([key, name]) => ({ key, name }));

const YES_NO = list(['YES', 'Yes'], ['NO', 'No']);
const CHOOSE_ONE = 'Choose one.';

const HATE: Question = {
	variable: true,
	code: 'HATE',
	datatype: 'singlevaluelist',
	required: true,
	datatype_description: CHOOSE_ONE,
	description: 'Is the graffiti offensive or hate-related?',
	values: YES_NO
};

const SIZE: Question = {
	variable: true,
	code: 'SIZE',
	datatype: 'number',
	required: false,
	datatype_description: 'A number of square metres, such as 1.5.',
	description: 'How large is the graffiti?',
	values: []
};

const surface = (...values: [key: string, name: string][]): Question => ({
	variable: true,
	code: 'SURFACE',
	datatype: 'singlevaluelist',
	required: true,
	datatype_description: CHOOSE_ONE,
	description: 'What is the graffiti on?',
	values: list(...values)
});

/** A sentence for the reader that takes no answer. */
const note = (code: string, description: string): Question => ({
	variable: false,
	code,
	datatype: 'string',
	required: false,
	datatype_description: null,
	description,
	values: []
});

const define = (service_code: string, ...questions: Question[]): ServiceDefinition => ({
	service_code,
	attributes: questions.map((question, index) => ({ ...question, order: index + 1 }))
});

/** One definition for each service, in the order of the service list; all of it invented. */
const DEFINITIONS: readonly ServiceDefinition[] = [
	define(
		'CSROWC-05',
		surface(['PAVEMENT', 'Pavement'], ['CURB', 'Curb'], ['SIGN', 'Sign'], ['OTHER', 'Other']),
		HATE,
		SIZE
	),
	define(
		'CSROWBM-03',
		surface(
			['ABUTMENT', 'Abutment'],
			['RAILING', 'Railing'],
			['UNDERSIDE', 'Underside'],
			['OTHER', 'Other']
		),
		HATE,
		SIZE
	),
	define(
		'CSROWR-12',
		{
			variable: true,
			code: 'POTLOC',
			datatype: 'singlevaluelist',
			required: true,
			datatype_description: CHOOSE_ONE,
			description: 'Where on the road is it?',
			values: list(
				['CURB', 'Curb lane'],
				['CENTRE', 'Centre lane'],
				['INTERSECTION', 'Intersection'],
				['BIKE', 'Bike lane']
			)
		},
		{
			variable: true,
			code: 'POTSIZE',
			datatype: 'singlevaluelist',
			required: true,
			datatype_description: CHOOSE_ONE,
			description: 'Is it the size of a shoe box or larger?',
			values: YES_NO
		},
		{
			variable: true,
			code: 'POTRISK',
			datatype: 'multivaluelist',
			required: false,
			datatype_description: 'Choose all that apply.',
			description: 'Who could be hurt by it?',
			values: list(
				['WALK', 'People walking'],
				['CYCLE', 'People cycling'],
				['DRIVE', 'People driving']
			)
		},
		{
			variable: true,
			code: 'POTSEEN',
			datatype: 'datetime',
			required: false,
			datatype_description: 'Date and time, such as 2012-06-15T08:30:00-04:00.',
			description: 'When did you first see it?',
			values: []
		},
		note('POTNOTE', 'If this is a significant safety risk, call 311.')
	),
	define(
		'30102',
		{
			variable: true,
			code: 'PRIVTYPE',
			datatype: 'singlevaluelist',
			required: true,
			datatype_description: CHOOSE_ONE,
			description: 'What kind of property is it?',
			values: list(['RESIDENTIAL', 'Residential'], ['BUSINESS', 'Business'])
		},
		HATE,
		{
			variable: true,
			code: 'PRIVTEXT',
			datatype: 'text',
			required: false,
			datatype_description: 'A few sentences.',
			description: 'What does the graffiti say or show?',
			values: []
		},
		note('PRIVNOTE', 'First name, last name and e-mail are required for private property.')
	),
	define(
		'CSROSC-14',
		surface(['CONCRETE', 'Concrete'], ['BENCH', 'Bench'], ['POLE', 'Pole'], ['OTHER', 'Other']),
		HATE,
		SIZE,
		{
			variable: true,
			code: 'NEAR',
			datatype: 'string',
			required: false,
			datatype_description: 'A few words.',
			description: 'What is it in front of?',
			values: []
		}
	),
	define('SWLMALB-02')
];

/**
 * Returns the definition of a service; an empty one if it has no questions or the code is unknown.
 */
export function definitionOf(service_code: string): ServiceDefinition {
	return (
		DEFINITIONS.find((definition) => definition.service_code === service_code) ??
		define(service_code)
	);
}
