// The values of a draft as a server will read them; the rules check these.
import { methodOf } from '../methods';
import { valuesOf, type Draft } from '../request';

/** The values of a draft. They are trimmed, except those that go into the path. */
export interface FormValues {
	draft: Draft;
	/** Returns every value of an argument, without the empty ones. */
	all(name: string): string[];
	/** Returns the first value of an argument; '' for none. */
	one(name: string): string;
	/** Whether an argument has a value. */
	has(name: string): boolean;
	/** Returns the entries of a comma-separated list, over all values of the argument. */
	list(name: string): string[];
	/** The answers to the questions of a service definition by code, in any of their spellings. */
	answers: ReadonlyMap<string, AttributeAnswer>;
}

/** The answer to one question. */
export interface AttributeAnswer {
	/** The argument names of the answer, such as `attribute[CODE][]`. */
	names: readonly string[];
	values: readonly string[];
}

/** `attribute[C]`, `attribute[C][]` and `attribute[C][0]` ("POST Service Request", `attribute`). */
const ATTRIBUTE = /^attribute\[([^\]]*)\](?:\[\d*\])?$/;

/** Reads the values of a draft; throws nothing. */
export function toFormValues(draft: Draft): FormValues {
	const inPath = new Set(
		methodOf(draft.method)
			.arguments.filter(({ place }) => place === 'path')
			.map(({ name }) => name)
	);
	const all = (name: string) => {
		const values = valuesOf(draft.values, name);
		return inPath.has(name)
			? values
			: values.map((value) => value.trim()).filter((value) => value !== '');
	};
	const answers = new Map<string, AttributeAnswer>();
	for (const name of Object.keys(draft.values)) {
		const code = ATTRIBUTE.exec(name)?.[1];
		const values = all(name);
		if (code === undefined || values.length === 0) continue;
		const before = answers.get(code);
		answers.set(code, {
			names: [...(before?.names ?? []), name],
			values: [...(before?.values ?? []), ...values]
		});
	}
	return {
		draft,
		all,
		one: (name) => all(name)[0] ?? '',
		has: (name) => all(name).length > 0,
		list: (name) =>
			all(name)
				.flatMap((value) => value.split(',').map((entry) => entry.trim()))
				.filter((entry) => entry !== ''),
		answers
	};
}

/** Parses a number in decimal digits, such as `-79.38`; NaN for any other spelling. */
export const toNumber = (text: string): number =>
	/^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
