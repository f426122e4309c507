import type { Argument, ArgumentKind } from './argument';
import type { Attribute, AttributeValue, Datatype, ServiceDefinition } from './types';

/** An argument that answers a question of a service. */
export interface Question extends Argument {
	question: string;
	/** The answers to choose from; none unless its kind is `choice` or `choices`. */
	choices: readonly AttributeValue[];
}

/** A sentence of a definition that asks for nothing ("GET Service Definition", `variable` false). */
export interface QuestionNote {
	code: string;
	note: string;
}

const KINDS: Record<Datatype, ArgumentKind> = {
	string: 'text',
	number: 'number',
	datetime: 'datetime',
	text: 'multiline',
	singlevaluelist: 'choice',
	multivaluelist: 'choices'
};

const toQuestion = (attribute: Attribute): Question => ({
	name: `attribute[${attribute.code}]`,
	place: 'body',
	// A server may call a datatype anything, also what every object has from birth.
	kind: Object.hasOwn(KINDS, attribute.datatype) ? KINDS[attribute.datatype] : 'text',
	required: attribute.required ? 'yes' : 'no',
	help: attribute.datatype_description ?? '',
	example: '',
	extension: false,
	atMost: null,
	question: attribute.description || attribute.code,
	choices: attribute.values.filter(
		({ key }, at, all) => key !== '' && all.findIndex((other) => other.key === key) === at
	)
});

/**
 * What a service asks and tells, in its own `order` ("GET Service Definition"). A code that comes
 * twice is asked once; so is a choice, and one without a key cannot be chosen.
 */
export function questionsOf({ attributes }: ServiceDefinition): (Question | QuestionNote)[] {
	return attributes
		.filter(({ code }, at) => attributes.findIndex((other) => other.code === code) === at)
		.toSorted((one, other) => one.order - other.order)
		.map((attribute) =>
			attribute.variable
				? toQuestion(attribute)
				: { code: attribute.code, note: attribute.description }
		);
}
